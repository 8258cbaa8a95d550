package dev.waymark.client;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Downloads what completed generations made. The address needs no key, and none is sent to it. What
 * may help is tried again as with every other call, under the same {@code RetryPolicy}, as long as
 * the client's download timeout allows.
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
   * <p>Until all is there, it gathers in a file beside the target, {@code .waymark.….part}, which
   * is moved into place in one step. When the call fails, that part stays for the next call, in
   * this process or another; the next download to the same target that ends well removes it. It is
   * gone on with only for the same output, and only while the server still has the same content, as
   * a strong entity tag tells (RFC 9110, 8.8.1); otherwise the output comes from its beginning
   * again. Of two downloads to one target at once, each gathers for itself, and the later one is
   * what stays.
   *
   * @throws UncheckedIOException when the file cannot be written
   * @return the file
   */
  Path download(Generation generation, Path file, DownloadProgress progress);

  /** The whole output in memory. What is cut off goes on where it stopped, in this call. */
  byte[] bytes(Generation generation);

  /**
   * The output as it arrives, to be closed by the caller. Opening it is tried again, reading is
   * not: it fails with an {@link java.io.IOException} when the connection is cut off or the
   * client's download timeout is over.
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
