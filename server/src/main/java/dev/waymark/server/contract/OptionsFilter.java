package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers OPTIONS for every path: its methods, and to a browser's preflight what a page may do.
 * Asks for no key and counts against nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OptionsFilter implements Ordered {
  private final Calls calls;
  private final Contract contract;
  private final RouteErrors errors;
  private final Cors cors;

  OptionsFilter(Calls calls, Contract contract, RouteErrors errors, Cors cors) {
    this.calls = calls;
    this.contract = contract;
    this.errors = errors;
    this.cors = cors;
  }

  @Override
  public int getOrder() {
    return FilterOrder.OPTIONS;
  }

  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
    if (!request.getMethodName().equals("OPTIONS")) {
      return null;
    }
    Set<String> methods = contract.methodsAt(request.getPath());
    if (methods.isEmpty()) {
      throw new ApiException(errors.of(request));
    }
    String allowed = String.join(", ", methods);
    MutableHttpResponse<?> response = HttpResponse.noContent();
    calls.of(request).headers().forEach(response::header);
    cors.preflight(request, allowed).forEach(response::header);
    return response.header(HttpHeaders.ALLOW, allowed);
  }
}
