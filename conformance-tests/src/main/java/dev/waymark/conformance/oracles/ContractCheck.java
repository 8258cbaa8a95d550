package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds answers against the contract: status, media type, body, headers, and the laws that no
 * schema can say. One for all servers, so that a request id is unique among them all.
 */
public final class ContractCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

  private final Contract contract;
  private final Schemas schemas;
  private final Documented documented;
  private final HeaderCheck headers;
  private final BodyCheck bodies;
  private final ErrorCheck errors;
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();

  public ContractCheck(Contract contract) {
    this.contract = contract;
    this.schemas = new Schemas(contract);
    this.documented = new Documented(contract);
    this.headers = new HeaderCheck(contract, schemas);
    this.bodies = new BodyCheck(schemas);
    this.errors = new ErrorCheck(contract);
  }

  public Contract contract() {
    return contract;
  }

  /** Fails with everything that is wrong. */
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

  /** Everything that is wrong; nothing if all is well. */
  public List<Violation> violations(Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    Optional<Operation> operation = operation(exchange.request());
    documented
        .response(operation, exchange)
        .ifPresentOrElse(
            response -> {
              violations.addAll(headers.violations(response, exchange));
              violations.addAll(bodies.violations(response, exchange));
            },
            () -> violations.add(Clause.STATUS.broken("status and code are not documented here")));
    violations.addAll(RateLaws.violations(operation, exchange));
    violations.addAll(MeterLaws.violations(operation, exchange));
    if (exchange.status() >= 400) {
      violations.addAll(errors.violations(operation, exchange));
      violations.addAll(RetryLaws.violations(contract, operation, exchange));
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

  /** The operation that a request is for; HEAD is GET's. */
  public Optional<Operation> operation(Request request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return contract.operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> path(operation).matcher(request.path()).matches())
        .findFirst();
  }

  private static Pattern path(Operation operation) {
    return Pattern.compile(PLACEHOLDER.matcher(operation.path()).replaceAll("[^/]+"));
  }
}
