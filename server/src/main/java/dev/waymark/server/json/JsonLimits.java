package dev.waymark.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Keeps a small hostile document from costing much memory or stack. Jackson's own limits are made
 * for trusted text: 1000 levels, numbers of 1000 digits, names of 50 000 letters.
 */
@Singleton
final class JsonLimits implements BeanCreatedEventListener<JsonFactory> {
  private static final int LEVELS = 32;
  private static final int DIGITS = 64;
  private static final int NAME_LENGTH = 256;

  @Override
  public JsonFactory onCreated(BeanCreatedEvent<JsonFactory> event) {
    return event
        .getBean()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(LEVELS)
                .maxNumberLength(DIGITS)
                .maxNameLength(NAME_LENGTH)
                .build());
  }
}
