package dev.waymark.server;

import dev.waymark.server.settings.Configuration;
import io.micronaut.context.ApplicationContext;

/** The framework's context with nothing found by chance: only what the configuration says. */
final class Context {
  private Context() {}

  static ApplicationContext build(Configuration configuration, Object... beans) {
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .bootstrapEnvironment(false)
        .environmentPropertySource(false)
        .enableDefaultPropertySources(false)
        .propertySources(configuration.propertySource())
        .singletons(beans)
        .build();
  }
}
