package dev.waymark.conformance.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with two models whose pictures are small: {@code tiny-1} paints as quickly as it can,
 * {@code tick-1} takes a second.
 */
public final class Models {
  static final int PRICE = 10;

  private static final String SMALL =
      """
      slug: %1$s
      name: Small
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
      %2$s
      prices:
        - when: { resolution: XS }
          credits: %3$d
      settings:
        style: MOSAIC
        long_side: { XS: 256 }
      """;
  private static final String SECOND =
      "    duration: { type: integer, minimum: 1, maximum: 1, default: 1 }";

  private Models() {}

  public static Path in(Path folder) {
    try {
      Path models = Files.createDirectories(folder.resolve("models"));
      Files.writeString(models.resolve("tiny-1.yaml"), SMALL.formatted("tiny-1", "", PRICE));
      Files.writeString(models.resolve("tick-1.yaml"), SMALL.formatted("tick-1", SECOND, PRICE));
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
