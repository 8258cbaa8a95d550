package dev.waymark.server.models;

import dev.waymark.generated.server.api.ModelsApi;
import dev.waymark.generated.server.model.ModelPage;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;

/** Translates the operations on models. */
@Controller
final class ModelsController implements ModelsApi {
  private final Offers offers;
  private final ModelView view;
  private final PageLink link;

  ModelsController(Offers offers, ModelView view, PageLink link) {
    this.offers = offers;
    this.view = view;
    this.link = link;
  }

  @Override
  public HttpResponse<ModelPage> listModels(
      @Nullable Integer limit, @Nullable String cursor, @Nullable String testError) {
    Page<Model> page =
        offers.list(Caller.current().models(), Cursor.read(cursor), PageLink.limit(limit));
    link.announce(page);
    return HttpResponse.ok(view.of(page));
  }

  @Override
  public HttpResponse<dev.waymark.generated.server.model.Model> getModel(
      String model, @Nullable String testError) {
    return HttpResponse.ok(view.of(offers.get(Caller.current().models(), model)));
  }
}
