package dev.waymark.client;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Downloads what completed generations made. The address needs no key, and none is sent to it.
 *
 * <p>{@link ActionNeededException} with {@code OUTPUT_EXPIRED} when it is too late, {@link
 * UnansweredException} when the output does not come, or not in full.
 */
public interface Outputs {

  /** {@link #download(Generation, Path, DownloadProgress)} without a word on the way. */
  default Path download(Generation generation, Path file) {
    return download(generation, file, DownloadProgress.ignored());
  }

  /**
   * Writes the output to a file, which is then there in full or, when anything fails, is what it
   * was before. A file that exists is replaced. What is cut off goes on where it stopped (RFC 9110,
   * 14.2), in this call and, when this call fails, in the next one for the same file.
   *
   * @throws UncheckedIOException when the file cannot be written
   * @return the file
   */
  Path download(Generation generation, Path file, DownloadProgress progress);

  /** The whole output in memory. */
  byte[] bytes(Generation generation);

  /**
   * The output as it arrives, to be closed by the caller. Reading fails with an {@link
   * java.io.IOException} when the connection is cut off or the client's download timeout is over.
   */
  InputStream open(Generation generation);

  /** Where a completed generation's output is. */
  static URI addressOf(Generation generation) {
    return generation
        .outputUrl()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Generation %s is %s and has no output to download"
                    .formatted(generation.id(), generation.status())));
  }
}
