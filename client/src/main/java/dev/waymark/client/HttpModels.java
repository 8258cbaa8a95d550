package dev.waymark.client;

import dev.waymark.generated.client.api.ModelsApi;
import java.util.List;
import java.util.Optional;

/** Over HTTP, as the contract has it. */
final class HttpModels implements Models {

  private static final int PAGE_SIZE = 100;

  private final Calls calls;

  HttpModels(Calls calls) {
    this.calls = calls;
  }

  @Override
  public List<Model> list() {
    return Pages.from(Optional.empty(), this::page).toList();
  }

  @Override
  public Model get(String slug) {
    if (slug.isBlank()) {
      throw new IllegalArgumentException("No model: name one, such as atlas-1");
    }
    return calls.run(ModelsApi.getModel(slug, null), Model::from);
  }

  private Page<Model> page(Optional<String> cursor) {
    return calls.run(
        ModelsApi.listModels(PAGE_SIZE, cursor.orElse(null), null),
        page -> Page.of(page.getData(), page.getNextCursor(), Model::from));
  }
}
