package dev.waymark.conformance.laws.input;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body that its schema does not allow.
 *
 * @param how what is wrong with it, in a few words
 */
record Mutation(String how, JsonNode body) {}
