package dev.waymark.server.outputs;

import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Media;
import java.time.Duration;

/** An output that is to be stored under a new unguessable name. */
public record NewOutput(
    String name, GenerationId generation, Media media, String entityTag, Duration retention) {}
