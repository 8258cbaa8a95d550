package dev.waymark.server.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The one registry of meters, with those of the virtual machine. Whoever counts something asks for
 * a {@code MeterRegistry}.
 */
@Factory
final class MeterBeans {
  @Singleton
  @Bean(preDestroy = "close")
  PrometheusMeterRegistry registry(List<MeterBinder> machine) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    machine.forEach(binder -> binder.bindTo(registry));
    return registry;
  }

  // Listens to the machine until it is closed.
  @Singleton
  @Bean(preDestroy = "close")
  JvmGcMetrics collections() {
    return new JvmGcMetrics();
  }

  @Singleton
  MeterBinder machine() {
    return registry -> {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      new FileDescriptorMetrics().bindTo(registry);
      new UptimeMetrics().bindTo(registry);
    };
  }
}
