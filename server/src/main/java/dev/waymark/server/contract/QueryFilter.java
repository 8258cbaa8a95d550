package dev.waymark.server.contract;

import dev.waymark.server.words.DidYouMean;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks the query against the contract and names all faults at once; a parameter that the
 * operation does not have is a fault too, and so is one without a name.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class QueryFilter implements Ordered {
  private static final int MAX_FAULTS = 100;
  private static final int MAX_NAME_LENGTH = 64;

  /** The framework would drop it, or take its value for a name. */
  private static final Pattern NAMELESS = Pattern.compile("(?<![^&;])=[^&;]*");

  private final Calls calls;

  QueryFilter(Calls calls) {
    this.calls = calls;
  }

  @Override
  public int getOrder() {
    return FilterOrder.QUERY;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    calls.reached(request).ifPresent(operation -> check(operation, request));
  }

  private static void check(Operation operation, HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    if (query == null || query.isEmpty()) {
      return;
    }
    Map<String, Parameter> known =
        operation.parameters().stream()
            .filter(parameter -> parameter.in() == Parameter.In.QUERY)
            .collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    List<Fault> faults = new ArrayList<>();
    String named = NAMELESS.matcher(query).replaceAll("");
    if (!named.equals(query)) {
      faults.add(new Fault("", "has a parameter without a name, which is none here"));
    }
    new QueryStringDecoder(named, false)
        .parameters()
        .forEach((name, values) -> faults.addAll(faults(known, name, values)));
    if (!faults.isEmpty()) {
      throw InvalidParameters.inQuery(faults.stream().limit(MAX_FAULTS).toList());
    }
  }

  private static List<Fault> faults(
      Map<String, Parameter> known, String name, List<String> values) {
    Parameter parameter = known.get(name);
    if (parameter == null) {
      return List.of(new Fault(Shortened.of(name, MAX_NAME_LENGTH), unknown(name, known)));
    }
    if (values.size() != 1) {
      return List.of(new Fault(name, "is there more than once"));
    }
    return parameter.check(values.getFirst()).stream()
        .map(fault -> new Fault(name, fault.reason()))
        .toList();
  }

  private static String unknown(String name, Map<String, Parameter> known) {
    return known.isEmpty()
        ? "is not a parameter of this operation; it has none"
        : "is not a parameter of this operation%s; it has %s"
            .formatted(
                DidYouMean.question(name, known.keySet()),
                known.keySet().stream().sorted().collect(Collectors.joining(", ")));
  }
}
