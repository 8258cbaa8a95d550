package dev.waymark.server.outputs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes of a range, fetched a part at a time as they are read, so that a slow reader of a large
 * output holds no more than one part of it in memory. Ends with an {@link IOException} if the
 * output is purged meanwhile.
 */
final class StoredContent extends InputStream {
  private static final int PART = 256 * 1024;

  private final Function<ByteRange, Optional<byte[]>> source;
  private final long last;
  private long next;
  private InputStream part = InputStream.nullInputStream();

  StoredContent(ByteRange range, Function<ByteRange, Optional<byte[]>> source) {
    this.source = source;
    this.next = range.first();
    this.last = range.last();
  }

  /** Fetches the first part; false if the output is not there any more. */
  boolean open() {
    return fetch();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = part.read(target, offset, length);
    if (count >= 0 || next > last) {
      return count;
    }
    if (!fetch()) {
      throw new IOException("the output was purged while it was read");
    }
    return part.read(target, offset, length);
  }

  private boolean fetch() {
    Optional<byte[]> bytes = source.apply(new ByteRange(next, Math.min(last, next + PART - 1)));
    part =
        bytes.<InputStream>map(ByteArrayInputStream::new).orElseGet(InputStream::nullInputStream);
    next += bytes.map(found -> found.length).orElse(0);
    return bytes.isPresent();
  }
}
