package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds answers against the contract: status, media type, body, headers, and the laws that no
 * schema can say. One for all servers, so that a request id is unique among them all.
 */
public final class ContractCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

  private final Contract contract;
  private final Schemas schemas;
  private final Map<Pattern, Operation> routes = new LinkedHashMap<>();
  private final Map<String, CatalogueRow> catalogue = new HashMap<>();
  private final Documented documented;
  private final HeaderCheck headers;
  private final BodyCheck bodies;
  private final ErrorCheck errors;
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();

  public ContractCheck(Contract contract) {
    this.contract = contract;
    this.schemas = new Schemas(contract);
    contract.operations().forEach(operation -> routes.put(path(operation), operation));
    contract.catalogue().forEach(row -> catalogue.put(row.code(), row));
    this.documented = new Documented(contract);
    this.headers = new HeaderCheck(contract, schemas, Foreign.to(contract));
    this.bodies = new BodyCheck(schemas);
    this.errors = new ErrorCheck(catalogue);
  }

  public Contract contract() {
    return contract;
  }

  /** Fails with everything that is wrong, what callers could live with included. */
  public void require(Exchange exchange) {
    List<Violation> violations = violations(exchange);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "The contract is broken:%n  %s%nby %s"
              .formatted(
                  violations.stream()
                      .map(Violation::toString)
                      .collect(Collectors.joining(System.lineSeparator() + "  ")),
                  exchange));
    }
  }

  /**
   * Everything that is wrong, whatever has come; nothing if all is well. What callers that keep the
   * contract go wrong with is {@link Level#MUST}.
   */
  public List<Violation> violations(Exchange exchange) {
    Answer answer = Answer.of(catalogue, operation(exchange.request()), exchange);
    List<Violation> violations = new ArrayList<>(documented.violations(answer));
    documented
        .response(answer)
        .ifPresent(response -> {
          violations.addAll(headers.violations(response, answer));
          violations.addAll(bodies.violations(response, answer));
        });
    violations.addAll(Leaks.violations(exchange));
    violations.addAll(RateLaws.violations(answer));
    violations.addAll(MeterLaws.violations(answer));
    if (answer.isError()) {
      violations.addAll(errors.violations(answer));
    }
    if (!answer.isError()) {
      violations.addAll(inGenerations(exchange));
    }
    exchange
        .header("X-Request-Id")
        .filter(id -> !requestIds.add(id))
        .ifPresent(id ->
            violations.add(Clause.REQUEST_ID.broken("the request id " + id + " is not unique")));
    return violations;
  }

  /**
   * Whether an answer withholds where its caller stands with the limit, as no answer to a good key
   * may, unless the server has failed before it knew the key or the call counts against nothing.
   */
  public boolean withholdsLimits(Exchange exchange) {
    return exchange.status() < 500
        && !RateLaws.areTold(exchange)
        && !exchange.request().method().equals("OPTIONS")
        && operation(exchange.request()).filter(reached -> !reached.isCounted()).isEmpty();
  }

  /** Everything that is wrong with the {@code error} of a generation. */
  public List<Violation> violationsOfGenerationError(JsonNode error) {
    return errors.violationsInGeneration(error);
  }

  /** What is wrong with a request that is meant to be good; nothing if all is well. */
  public List<String> objections(Request request) {
    return operation(request)
        .map(reached -> new RequestCheck(schemas).objections(reached, request))
        .orElse(List.of("no operation is reached"));
  }

  /** A generation that has failed, or one of a page, shows its error in the body. */
  private List<Violation> inGenerations(Exchange exchange) {
    if (!exchange.hasJson()) {
      return List.of();
    }
    JsonNode body = exchange.json();
    return Stream.concat(Stream.of(body), body.path("data").valueStream())
        .map(generation -> generation.path("error"))
        .filter(error -> error.has("retry"))
        .flatMap(error -> errors.violationsInGeneration(error).stream())
        .map(violation ->
            new Violation(Clause.BODY, violation.level(), "a generation's error: " + violation))
        .toList();
  }

  /** The operation that a request is for; HEAD is GET's. */
  public Optional<Operation> operation(Request request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return routes.entrySet().stream()
        .filter(route -> route.getValue().method().equals(method))
        .filter(route -> route.getKey().matcher(request.path()).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Pattern path(Operation operation) {
    return Pattern.compile(
        PLACEHOLDER
            .splitAsStream(operation.path())
            .map(Pattern::quote)
            .collect(
                Collectors.joining("[^/]+", "", operation.path().endsWith("}") ? "[^/]+" : "")));
  }
}
