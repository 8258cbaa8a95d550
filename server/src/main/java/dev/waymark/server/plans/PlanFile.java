package dev.waymark.server.plans;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.files.YamlFile;
import dev.waymark.server.wallet.Credits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of plans, built in or an operator's. */
final class PlanFile {
  // What accounts and the contract's examples take for granted; others may stand beside them.
  private static final List<String> NEEDED = List.of("free", "standard", "pro", "ultimate");

  private PlanFile() {}

  static List<Plan> builtIn() {
    return read(YamlFile.builtIn("plans.yaml"));
  }

  static List<Plan> at(Path path) {
    return read(YamlFile.at(path));
  }

  static List<Plan> read(YamlFile file) {
    file.refuseIfAny(YamlFile.schema("plan-file.schema.json").check(file.content()));
    Map<String, Plan> plans = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    JsonNode entries = file.content().path("plans");
    for (int index = 0; index < entries.size(); index++) {
      Plan plan = plan(entries.path(index));
      if (plans.putIfAbsent(plan.slug(), plan) != null) {
        faults.add(new Fault("plans[" + index + "].slug", "must not be that of another plan"));
      }
    }
    for (String slug : NEEDED) {
      if (!plans.containsKey(slug)) {
        faults.add(
            new Fault(
                "plans",
                "must have the plan %s; needed are %s".formatted(slug, String.join(", ", NEEDED))));
      }
    }
    file.refuseIfAny(faults);
    return List.copyOf(plans.values());
  }

  private static Plan plan(JsonNode entry) {
    String slug = entry.path("slug").asText();
    String name = entry.path("name").asText();
    return entry.path("api").asBoolean()
        ? new Plan(
            slug,
            name,
            true,
            entry.path("calls_per_minute").asInt(),
            entry.path("concurrent_generations").asInt(),
            new Credits(entry.path("credits_per_cycle").asLong()))
        : Plan.withoutApi(slug, name);
  }
}
