package dev.waymark.client.script;

import dev.waymark.client.GenerationRequest;
import dev.waymark.client.StartOptions;
import dev.waymark.client.WaymarkClient;

/** What a caller does: one method, one logical call. */
enum Deed {
  START("startGeneration", "/api/v1/generate"),
  START_WITH_KEY("startGeneration", "/api/v1/generate"),
  QUOTE("quoteGeneration", "/api/v1/quotes"),
  GET("getGeneration", "/api/v1/generations/gen_1"),
  LIST("listGenerations", "/api/v1/generations"),
  CANCEL("cancelGeneration", "/api/v1/generations/gen_1/cancel"),
  MODEL("getModel", "/api/v1/models/atlas-1"),
  ACCOUNT("getAccount", "/api/v1/account");

  static final String OWN_KEY = "order-4711";
  static final String PROMPT = "a-secret-lake-at-dusk";

  private final String operation;
  private final String path;

  Deed(String operation, String path) {
    this.operation = operation;
    this.path = path;
  }

  String operation() {
    return operation;
  }

  String path() {
    return path;
  }

  boolean starts() {
    return this == START || this == START_WITH_KEY;
  }

  Object with(WaymarkClient client) {
    GenerationRequest request = GenerationRequest.of("atlas-1", PROMPT).with("resolution", "2K");
    return switch (this) {
      case START -> client.generations().start(request);
      case START_WITH_KEY ->
          client.generations().start(request, StartOptions.defaults().withIdempotencyKey(OWN_KEY));
      case QUOTE -> client.generations().quote(request);
      case GET -> client.generations().get("gen_1");
      case LIST -> client.generations().list();
      case CANCEL -> client.generations().cancel("gen_1");
      case MODEL -> client.models().get("atlas-1");
      case ACCOUNT -> client.account().get();
    };
  }
}
