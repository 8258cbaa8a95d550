package dev.waymark.server.accounts;

import dev.waymark.server.settings.ConfigurationFault;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/** Whether the first start makes a demo account, and which restricted models it may use. */
@ConfigurationProperties("waymark.demo")
public record DemoSettings(boolean enabled, List<String> models) {
  public DemoSettings {
    models = List.copyOf(models);
  }

  void requireKnown(List<String> slugs) {
    models.stream()
        .filter(model -> !slugs.contains(model))
        .findFirst()
        .ifPresent(unknown -> {
          throw new ConfigurationFault(
              "waymark.demo.models names %s, which is no model; there are %s."
                  .formatted(unknown, String.join(", ", slugs)));
        });
  }
}
