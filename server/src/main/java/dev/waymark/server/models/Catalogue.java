package dev.waymark.server.models;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The models and plans on offer, as they were when the server started. */
public final class Catalogue {
  private final SortedMap<String, Model> models = new TreeMap<>();
  private final Map<String, Plan> plans = new LinkedHashMap<>();

  Catalogue(List<Model> models, List<Plan> plans) {
    models.forEach(model -> this.models.put(model.slug(), model));
    plans.forEach(plan -> this.plans.put(plan.slug(), plan));
  }

  /** Fails with a {@code ConfigurationFault} if a file is not as it has to be. */
  static Catalogue read(CatalogueSettings settings) {
    return new Catalogue(
        settings.modelsFolder().map(ModelFiles::in).orElseGet(ModelFiles::builtIn),
        settings.plansFile().map(PlanFile::at).orElseGet(PlanFile::builtIn));
  }

  public Optional<Model> model(String slug) {
    return Optional.ofNullable(models.get(slug));
  }

  /** All models, by slug. */
  public List<Model> models() {
    return List.copyOf(models.values());
  }

  /** The models, by slug, that an account may use which has these restricted models enabled. */
  public List<Model> usable(Set<String> enabledModels) {
    return models.values().stream().filter(model -> model.usableWith(enabledModels)).toList();
  }

  /** Fails if there is no such plan: an account's plan is looked up here before it is stored. */
  public Plan plan(String slug) {
    return findPlan(slug).orElseThrow(() -> new NoSuchElementException("there is no plan " + slug));
  }

  public Optional<Plan> findPlan(String slug) {
    return Optional.ofNullable(plans.get(slug));
  }

  /** The plans with API access, the smallest first. */
  public List<Plan> plansWithApi() {
    return plans.values().stream()
        .filter(Plan::api)
        .sorted(Comparator.comparingInt(Plan::callsPerMinute).thenComparing(Plan::slug))
        .toList();
  }
}
