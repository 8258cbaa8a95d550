package dev.waymark.server.models;

import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.Shortened;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account may choose from. */
@Singleton
final class Offers {
  private static final int MAX_SHOWN = 64;

  private final Catalogue catalogue;

  Offers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Page<Model> list(Set<String> enabledModels, Optional<Cursor> after, int limit) {
    return Page.of(catalogue.usable(enabledModels), limit, after, Model::slug);
  }

  /** The model, or {@code MODEL_NOT_FOUND} or {@code MODEL_NOT_ALLOWED}. */
  Model get(Set<String> enabledModels, String slug) {
    Model model =
        catalogue
            .model(slug)
            .orElseThrow(() ->
                Errors.modelNotFound(Shortened.of(slug, MAX_SHOWN), nearest(slug, enabledModels)));
    if (!model.usableWith(enabledModels)) {
      throw Errors.modelNotAllowed(slug, "account", nearest(slug, enabledModels));
    }
    return model;
  }

  private @Nullable String nearest(String slug, Set<String> enabledModels) {
    return catalogue.nearest(slug, enabledModels).orElse(null);
  }
}
