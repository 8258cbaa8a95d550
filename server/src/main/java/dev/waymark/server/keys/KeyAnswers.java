package dev.waymark.server.keys;

import dev.waymark.generated.server.model.ApiKey;
import dev.waymark.generated.server.model.ApiKeyPage;
import dev.waymark.generated.server.model.NewApiKey;
import dev.waymark.server.access.KeyView;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.idempotency.Answer;
import dev.waymark.server.idempotency.CreatedAnswers;
import dev.waymark.server.idempotency.StoredAnswer;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Translates keys into what the wire says. */
@Singleton
final class KeyAnswers {
  private final CreatedAnswers created;

  KeyAnswers(CreatedAnswers created) {
    this.created = created;
  }

  HttpResponse<ApiKey> of(KeyState state) {
    return HttpResponse.ok(view(state));
  }

  HttpResponse<ApiKeyPage> of(Page<KeyState> page) {
    ApiKeyPage view = new ApiKeyPage(page.entries().stream().map(KeyAnswers::view).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return HttpResponse.ok(view);
  }

  /** The only answer that holds the key itself. */
  Answer of(MadeKey made) {
    return new Answer(
        made.state().key().id().value(),
        created.written(new NewApiKey(made.text().value(), view(made.state()))));
  }

  HttpResponse<NewApiKey> of(StoredAnswer stored) {
    return created.of(stored, Optional.of("/api/v1/keys/" + stored.answer().made()));
  }

  private static ApiKey view(KeyState state) {
    return KeyView.of(state.key(), state.quota());
  }
}
