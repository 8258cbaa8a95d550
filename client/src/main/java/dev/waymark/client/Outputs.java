package dev.waymark.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Downloads what completed generations made. The address needs no key, and none is sent to it.
 *
 * <p>{@link WaymarkException} when the server refuses ({@code OUTPUT_EXPIRED} when it is too late),
 * {@link WaymarkConnectionException} when the output does not come, or not in full.
 */
public final class Outputs {

  private final OutputSource source;
  private final Supplier<UUID> freshIds;

  Outputs(OutputSource source, Supplier<UUID> freshIds) {
    this.source = source;
    this.freshIds = freshIds;
  }

  /**
   * Writes the output to a file, which is then there in full or, when anything fails, is what it
   * was before. A file that exists is replaced.
   *
   * @throws UncheckedIOException when the file cannot be written
   * @return the file
   */
  public Path download(Generation generation, Path file) {
    URI address = addressOf(generation);
    return new FileDownload(file, freshIds.get()).write(() -> source.open(address));
  }

  /** The whole output in memory. */
  public byte[] bytes(Generation generation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Output output = source.open(addressOf(generation))) {
      output.copyTo(bytes);
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
    return bytes.toByteArray();
  }

  /**
   * The output as it arrives, to be closed by the caller. Reading fails with an {@link IOException}
   * when the connection is cut off or the client's download timeout is over.
   */
  public InputStream open(Generation generation) {
    return source.open(addressOf(generation)).body();
  }

  private static URI addressOf(Generation generation) {
    return generation
        .outputUrl()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Generation %s is %s and has no output to download"
                    .formatted(generation.id(), generation.status())));
  }
}
