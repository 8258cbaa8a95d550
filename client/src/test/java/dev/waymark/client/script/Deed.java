package dev.waymark.client.script;

import dev.waymark.client.GenerationRequest;
import dev.waymark.client.StartOptions;
import dev.waymark.client.WaymarkClient;
import java.util.function.Function;

/** What a caller does: one method, one logical call. */
enum Deed {
  START("startGeneration", "/api/v1/generate", w -> w.generations().start(Deed.request())),
  START_WITH_KEY(
      "startGeneration",
      "/api/v1/generate",
      w ->
          w.generations()
              .start(Deed.request(), StartOptions.defaults().withIdempotencyKey(Deed.OWN_KEY))),
  QUOTE("quoteGeneration", "/api/v1/quotes", w -> w.generations().quote(Deed.request())),
  GET("getGeneration", "/api/v1/generations/gen_1", w -> w.generations().get("gen_1")),
  LIST("listGenerations", "/api/v1/generations", w -> w.generations().list()),
  CANCEL(
      "cancelGeneration", "/api/v1/generations/gen_1/cancel", w -> w.generations().cancel("gen_1")),
  MODEL("getModel", "/api/v1/models/atlas-1", w -> w.models().get("atlas-1")),
  ACCOUNT("getAccount", "/api/v1/account", w -> w.account().get());

  static final String OWN_KEY = "order-4711";
  static final String PROMPT = "a-secret-lake-at-dusk";

  private final String operation;
  private final String path;
  private final Function<WaymarkClient, Object> call;

  Deed(String operation, String path, Function<WaymarkClient, Object> call) {
    this.operation = operation;
    this.path = path;
    this.call = call;
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
    return call.apply(client);
  }

  private static GenerationRequest request() {
    return GenerationRequest.of("atlas-1", PROMPT).with("resolution", "2K");
  }
}
