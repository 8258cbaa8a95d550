package dev.waymark.client;

import dev.waymark.generated.client.api.ModelsApi;
import dev.waymark.generated.client.model.ModelPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be generated, with which parameters and at which price. */
public final class Models {

  private static final int PAGE_SIZE = 100;

  private final Transport transport;

  Models(Transport transport) {
    this.transport = transport;
  }

  /** All models that this key may use, by slug. */
  public List<Model> list() {
    return Pages.from(Optional.empty(), this::page).toList();
  }

  /** {@link WaymarkException} with {@code MODEL_NOT_FOUND} when there is no such model. */
  public Model get(String slug) {
    if (slug.isBlank()) {
      throw new IllegalArgumentException("No model: name one, such as atlas-1");
    }
    return transport.run(client -> Model.from(new ModelsApi(client).getModel(slug, null)));
  }

  private Page<Model> page(Optional<String> cursor) {
    return transport.run(client -> {
      ModelPage page =
          Required.field(
              new ModelsApi(client).listModels(PAGE_SIZE, cursor.orElse(null), null), "a body");
      List<Model> models = new ArrayList<>();
      for (var model : Required.field(page.getData(), "data")) {
        models.add(Model.from(model));
      }
      return new Page<>(models, Optional.ofNullable(page.getNextCursor()));
    });
  }
}
