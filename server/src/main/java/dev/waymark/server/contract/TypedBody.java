package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.waymark.errors.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code application/vnd.waymark.typed+json}, the schema {@code TypedError}: what OpenAI-style
 * clients read.
 */
final class TypedBody {
  private TypedBody() {}

  static Map<String, Object> of(AnsweredError answered) {
    ApiError error = answered.error();
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("type", error.code().name());
    inner.put("code", error.code().name());
    inner.put("message", error.message());
    // Clients expect the field even if it is null, and a plain null would be left out.
    inner.put("param", error.extras().getOrDefault("field", NullNode.instance));
    inner.put("next", error.next());
    inner.put("docs_url", answered.docs().toString());
    inner.put("request_id", answered.requestId().value());
    inner.put("retry", ErrorBody.retry(error.retry()));
    inner.put("charge", ErrorBody.charge(answered.charge()));
    inner.put("details", error.extras());
    return Map.of("error", inner);
  }
}
