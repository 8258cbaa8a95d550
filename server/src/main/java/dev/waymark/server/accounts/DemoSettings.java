package dev.waymark.server.accounts;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/** Whether the first start makes a demo account, and which restricted models it may use. */
@ConfigurationProperties("waymark.demo")
public record DemoSettings(boolean enabled, List<String> models) {
  public DemoSettings {
    models = List.copyOf(models);
  }
}
