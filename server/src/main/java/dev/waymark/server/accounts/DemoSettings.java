package dev.waymark.server.accounts;

import dev.waymark.server.contract.Rendering;
import dev.waymark.server.contract.Shortened;
import dev.waymark.server.settings.ConfigurationFault;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the first start makes a demo account, which restricted models it may use, and the
 * rendering of errors that its keys are pinned to.
 */
@ConfigurationProperties("waymark.demo")
public record DemoSettings(boolean enabled, List<String> models, String errorFormat) {
  private static final int LONGEST_SHOWN = 64;

  public DemoSettings {
    models = List.copyOf(models);
    rendering(errorFormat);
  }

  Rendering rendering() {
    return rendering(errorFormat);
  }

  private static Rendering rendering(String name) {
    return Rendering.byWireName(name)
        .orElseThrow(() ->
            new ConfigurationFault(
                "waymark.demo.error-format is %s: set it to one of %s."
                    .formatted(
                        Shortened.of(name, LONGEST_SHOWN),
                        Arrays.stream(Rendering.values())
                            .map(Rendering::wireName)
                            .collect(Collectors.joining(", ")))));
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
