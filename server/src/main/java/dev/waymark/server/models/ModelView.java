package dev.waymark.server.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.generated.server.model.ModelKind;
import dev.waymark.generated.server.model.ModelPage;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** Translates models into what the wire says. */
@Singleton
final class ModelView {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final ObjectMapper json;

  ModelView(ObjectMapper json) {
    this.json = json;
  }

  dev.waymark.generated.server.model.Model of(Model model) {
    return new dev.waymark.generated.server.model.Model(
        model.slug(),
        model.name(),
        model.description(),
        ModelKind.fromValue(model.kind().name().toLowerCase(Locale.ROOT)),
        map(model.parameters()),
        model.prices().stream().map(this::price).toList(),
        new dev.waymark.generated.server.model.ModelLimits(
            model.limits().promptCharacters(), model.limits().timeoutSeconds()));
  }

  ModelPage of(Page<Model> page) {
    ModelPage view = new ModelPage(page.entries().stream().map(this::of).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return view;
  }

  private dev.waymark.generated.server.model.PriceRow price(PriceRow row) {
    return new dev.waymark.generated.server.model.PriceRow(map(row.when()), row.credits().value());
  }

  private Map<String, Object> map(Object object) {
    return json.convertValue(object, MAP);
  }
}
