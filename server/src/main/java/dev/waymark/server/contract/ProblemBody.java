package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code application/problem+json} (RFC 9457), the schema {@code Problem}. */
final class ProblemBody {
  private ProblemBody() {}

  static Map<String, Object> of(AnsweredError answered) {
    ApiError error = answered.error();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", answered.docs().toString());
    body.put("title", error.code().title());
    body.put("status", error.code().status());
    body.put("detail", error.message());
    body.put("instance", "urn:waymark:request:" + answered.requestId());
    body.put("code", error.code().name());
    body.put("next", error.next());
    body.put("request_id", answered.requestId().value());
    body.put("retry", ErrorBody.retry(error.retry()));
    body.put("charge", ErrorBody.charge(answered.charge()));
    body.put("details", error.extras());
    return body;
  }
}
