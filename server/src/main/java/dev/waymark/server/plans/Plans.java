package dev.waymark.server.plans;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The plans on offer, as they were when the server started. */
@Singleton
public final class Plans {
  private final Map<String, Plan> plans = new LinkedHashMap<>();

  /** Fails with a {@code ConfigurationFault} if the file is not as it has to be. */
  @Inject
  Plans(PlanSettings settings) {
    this(settings.path().map(PlanFile::at).orElseGet(PlanFile::builtIn));
  }

  Plans(List<Plan> plans) {
    plans.forEach(plan -> this.plans.put(plan.slug(), plan));
  }

  /** Fails if there is no such plan: an account's plan is looked up here before it is stored. */
  public Plan get(String slug) {
    return find(slug).orElseThrow(() -> new NoSuchElementException("there is no plan " + slug));
  }

  public Optional<Plan> find(String slug) {
    return Optional.ofNullable(plans.get(slug));
  }

  /** All plans by their slugs, in the order of the file. */
  public List<String> slugs() {
    return List.copyOf(plans.keySet());
  }

  /** The plans with API access, the smallest first. */
  public List<Plan> withApi() {
    return plans.values().stream()
        .filter(Plan::api)
        .sorted(Comparator.comparingInt(Plan::callsPerMinute).thenComparing(Plan::slug))
        .toList();
  }
}
