package dev.waymark.benchmarks.callers;

/**
 * What the servers answer: of the contract's form, and an answer of another API of the same size.
 */
final class Bodies {

  static final String GENERATION =
      """
      {"generation_id":"gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G","status":"completed","model":"atlas-1",\
      "prompt":"a mountain lake at dusk, snow, deep blue",\
      "parameters":{"aspect_ratio":"16:9","resolution":"2K","seed":7,"steps":30},\
      "credits_estimate":40,"credits_used":40,\
      "output_url":"http://127.0.0.1:8080/api/v1/outputs/out_7ZK3M9Q2T5X8Y4B6C1D0.png",\
      "output_expires_at":"2026-11-28T10:15:42Z","created_at":"2026-11-21T10:15:30Z",\
      "started_at":"2026-11-21T10:15:31Z","finished_at":"2026-11-21T10:15:42Z"}\
      """;

  static final String MODEL =
      """
      {"model":"mosaic-1","name":"Mosaic 1",\
      "description":"Leaded glass in the colours that the prompt names.","kind":"image",\
      "parameters":{"type":"object","additionalProperties":false,\
      "properties":{"resolution":{"type":"string","enum":["1K","2K"],"default":"1K"}}},\
      "prices":[{"when":{"resolution":"1K"},"credits":8},{"when":{"resolution":"2K"},"credits":16}],\
      "limits":{"prompt_characters":2000,"timeout_seconds":60}}\
      """;

  private Bodies() {}

  /** Padded to {@code length} in its only free text. */
  static String openAiModel(int length) {
    String head = "{\"id\":\"atlas-1\",\"object\":\"model\",\"created\":1686935002,\"owned_by\":\"";
    return head + "x".repeat(Math.max(1, length - head.length() - 2)) + "\"}";
  }
}
