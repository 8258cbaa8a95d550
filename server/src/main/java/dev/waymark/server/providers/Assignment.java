package dev.waymark.server.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.ids.GenerationId;

/**
 * What a provider is to make.
 *
 * @param parameters the model's own parameters, checked against its schema, defaults filled in
 * @param settings what the model file says to the provider
 */
public record Assignment(
    GenerationId generation, String prompt, JsonNode parameters, JsonNode settings) {}
