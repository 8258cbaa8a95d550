package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.models.Catalogue;
import dev.waymark.server.models.Model;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.words.DidYouMean;
import dev.waymark.server.words.Nearest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * What the schema cannot say of the members that a new account and a change have in common. A
 * member of the wrong type is the schema's to complain about.
 */
@Singleton
final class AccountRules {
  private final Catalogue catalogue;
  private final Plans plans;

  AccountRules(Catalogue catalogue, Plans plans) {
    this.catalogue = catalogue;
    this.plans = plans;
  }

  /** Everything that is wrong with a readable body. */
  List<Fault> check(JsonNode body) {
    List<Fault> faults = new ArrayList<>();
    if (body.path("name").asText().indexOf('\0') >= 0) {
      faults.add(new Fault("name", "must not hold the character NUL"));
    }
    JsonNode plan = body.path("plan");
    if (plan.isTextual() && plans.find(plan.textValue()).isEmpty()) {
      faults.add(new Fault("plan", planReason(plan.textValue())));
    }
    JsonNode models = body.path("models");
    for (int index = 0; models.isArray() && index < models.size(); index++) {
      String slug = models.get(index).asText();
      if (models.get(index).isTextual() && catalogue.model(slug).isEmpty()) {
        faults.add(new Fault("models[%d]".formatted(index), modelReason(slug)));
      }
    }
    return faults;
  }

  private String planReason(String slug) {
    return "must be a plan%s; there are %s"
        .formatted(DidYouMean.question(slug, plans.slugs()), String.join(", ", plans.slugs()));
  }

  private String modelReason(String slug) {
    return "must be a model"
        + Nearest.of(slug, catalogue.models().stream().map(Model::slug).toList())
            .map(" (the nearest is %s)"::formatted)
            .orElse("");
  }
}
