package dev.waymark.server.models;

import dev.waymark.errors.Errors;
import dev.waymark.server.access.ModelAccess;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.Shortened;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller may choose from. */
@Singleton
final class Offers {
  private static final int MAX_SHOWN = 64;

  private final Catalogue catalogue;

  Offers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Page<Model> list(ModelAccess access, Optional<Cursor> after, int limit) {
    return Page.of(catalogue.usable(access), limit, after, Model::slug);
  }

  /** The model, or {@code MODEL_NOT_FOUND} or {@code MODEL_NOT_ALLOWED}. */
  Model get(ModelAccess access, String slug) {
    Model model =
        catalogue
            .model(slug)
            .orElseThrow(
                () -> Errors.modelNotFound(Shortened.of(slug, MAX_SHOWN), nearest(slug, access)));
    model
        .lackOf(access)
        .ifPresent(lack -> {
          throw Errors.modelNotAllowed(slug, lack.wireName(), nearest(slug, access));
        });
    return model;
  }

  private @Nullable String nearest(String slug, ModelAccess access) {
    return catalogue.nearest(slug, access).orElse(null);
  }
}
