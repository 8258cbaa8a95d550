package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code application/vnd.waymark.status+json}, the schema {@code StatusError}. */
final class StatusBody {
  private StatusBody() {}

  static Map<String, Object> of(AnsweredError answered) {
    ApiError error = answered.error();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error.message());
    body.put("code", error.code().status());
    RetryHeaders.waitMillis(error.retry())
        .ifPresent(millis -> body.put("retry_after", RetryHeaders.wholeSeconds(millis)));
    body.put("details", details(answered));
    return body;
  }

  // The extras stand beside the rest: no extra of the catalogue may have one of these names.
  private static Map<String, Object> details(AnsweredError answered) {
    ApiError error = answered.error();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("error_code", error.code().name());
    details.put("next", error.next());
    details.put("docs_url", answered.docs().toString());
    details.put("request_id", answered.requestId().value());
    details.put("retry", ErrorBody.retry(error.retry()));
    details.put("charge", ErrorBody.charge(answered.charge()));
    details.putAll(error.extras());
    return details;
  }
}
