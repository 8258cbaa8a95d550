package dev.waymark.conformance.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with one model, {@code tiny-1}, whose pictures are small and quickly painted. */
final class Models {
  static final int PRICE = 10;

  private static final String TINY =
      """
      slug: tiny-1
      name: Tiny 1
      description: Pictures of a thumb's size.
      kind: image
      provider: builtin
      restricted: false
      limits:
        prompt_characters: 200
        timeout_seconds: 60
      parameters:
        type: object
        additionalProperties: false
        properties:
          aspect_ratio:
            type: string
            enum: ['1:1']
            default: '1:1'
          resolution:
            type: string
            enum: [XS]
            default: XS
      prices:
        - when: { resolution: XS }
          credits: %d
      settings:
        style: MOSAIC
        long_side: { XS: 256 }
      """
          .formatted(PRICE);

  private Models() {}

  static Path in(Path folder) {
    try {
      Path models = Files.createDirectories(folder.resolve("models"));
      Files.writeString(models.resolve("tiny-1.yaml"), TINY);
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
