package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.generated.server.api.KeysApi;
import dev.waymark.generated.server.model.ApiKey;
import dev.waymark.generated.server.model.ApiKeyPage;
import dev.waymark.generated.server.model.NewApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the operations on keys. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeysController implements KeysApi {
  private final Keys keys;
  private final NewKeys made;
  private final KeyChanges changes;
  private final KeyAnswers answers;
  private final CallerSealing sealing;
  private final PageLink link;
  private final Calls calls;

  KeysController(
      Keys keys,
      NewKeys made,
      KeyChanges changes,
      KeyAnswers answers,
      CallerSealing sealing,
      PageLink link,
      Calls calls) {
    this.keys = keys;
    this.made = made;
    this.changes = changes;
    this.answers = answers;
    this.sealing = sealing;
    this.link = link;
    this.calls = calls;
  }

  @Override
  public HttpResponse<ApiKeyPage> listKeys(
      @Nullable Integer limit, @Nullable String cursor, @Nullable String testError) {
    Page<KeyState> page = keys.list(Caller.current(), Cursor.read(cursor), PageLink.limit(limit));
    link.announce(page);
    return answers.of(page);
  }

  @Override
  public HttpResponse<NewApiKey> createKey(
      JsonNode body, @Nullable String idempotencyKey, @Nullable String testError) {
    return answers.of(
        made.make(
            new MakeRequest(
                Caller.current(),
                calls.current().id(),
                body,
                Optional.ofNullable(idempotencyKey),
                sealing.current())));
  }

  @Override
  public HttpResponse<ApiKey> getKey(String keyId, @Nullable String testError) {
    return answers.of(keys.get(Caller.current(), keyId));
  }

  @Override
  public HttpResponse<ApiKey> updateKey(String keyId, JsonNode body, @Nullable String testError) {
    return answers.of(changes.change(Caller.current(), keyId, body));
  }

  @Override
  public HttpResponse<ApiKey> revokeKey(String keyId, @Nullable String testError) {
    return answers.of(changes.revoke(Caller.current(), keyId));
  }
}
