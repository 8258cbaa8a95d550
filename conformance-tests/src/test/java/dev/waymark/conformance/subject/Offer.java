package dev.waymark.conformance.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The models and plans of a server under test: the built-in ones, and what only tests need. */
final class Offer {
  private static final List<String> BUILT_IN =
      List.of("atlas-1", "atlas-studio-1", "aurora-1", "mosaic-1");
  private static final String STUDIO =
      """
      slug: studio-1
      name: Studio 1
      description: Does what the prompt says.
      kind: image
      provider: studio
      restricted: false
      limits: { prompt_characters: 500, timeout_seconds: 60 }
      parameters:
        type: object
        additionalProperties: false
        properties:
          resolution: { type: string, enum: [1K, 2K], default: 1K }
          seed: { type: integer, minimum: 0, maximum: 4294967295 }
      prices:
        - when: { resolution: 1K }
          credits: 10
        - when: { resolution: 2K }
          credits: 30
      """;
  private static final String PAID =
      """
      slug: paid-1
      name: Paid 1
      description: Made by a provider that costs money.
      kind: image
      provider: paid
      restricted: true
      limits: { prompt_characters: 500, timeout_seconds: 60 }
      parameters: { type: object, additionalProperties: false, properties: {} }
      prices: [{ when: {}, credits: 25 }]
      """;
  private static final String PLANS =
      """
      plans:
        - { slug: free, name: Free, api: false }
        - { slug: standard, name: Standard, api: false }
        - { slug: pro, name: Pro, api: true, calls_per_minute: 240, concurrent_generations: 5, credits_per_cycle: 15000 }
        - { slug: ultimate, name: Ultimate, api: true, calls_per_minute: 600, concurrent_generations: 20, credits_per_cycle: 50000 }
        - { slug: tiny, name: Tiny, api: true, calls_per_minute: 4, concurrent_generations: 1, credits_per_cycle: 100 }
        - { slug: few, name: Few, api: true, calls_per_minute: 12, concurrent_generations: 1, credits_per_cycle: 100 }
        - { slug: wide, name: Wide, api: true, calls_per_minute: 100000, concurrent_generations: 1000, credits_per_cycle: 1000 }
      """;

  private Offer() {}

  static Path models(Path folder) {
    try {
      Path models = Files.createDirectories(folder.resolve("models"));
      for (String slug : BUILT_IN) {
        String resource = "/models/" + slug + ".yaml";
        try (InputStream model = Offer.class.getResourceAsStream(resource)) {
          Files.write(
              models.resolve(slug + ".yaml"),
              Objects.requireNonNull(model, resource).readAllBytes());
        }
      }
      Files.writeString(models.resolve("studio-1.yaml"), STUDIO);
      Files.writeString(models.resolve("paid-1.yaml"), PAID);
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path plans(Path folder) {
    try {
      return Files.writeString(folder.resolve("plans.yaml"), PLANS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
