package dev.waymark.server.outputs;

import dev.waymark.server.caching.EntityTags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of an output, in the words of RFC 9110.
 *
 * @param content whether the bytes are wanted: with GET, and not with HEAD
 */
record DownloadRequest(
    String name,
    boolean content,
    @Nullable String range,
    @Nullable String ifNoneMatch,
    @Nullable String ifRange) {

  /** Whether the caller has the output with this entity tag already. */
  boolean has(String entityTag) {
    return new EntityTags(ifNoneMatch).have(entityTag);
  }

  /**
   * The range that counts: none if {@code If-Range} names another output than this one, and none
   * with HEAD (RFC 9110, 14.2).
   */
  Optional<ByteRange> rangeOf(Output output) {
    return content && (ifRange == null || ifRange.strip().equals(output.entityTag()))
        ? ByteRange.read(range, output.length())
        : Optional.empty();
  }
}
