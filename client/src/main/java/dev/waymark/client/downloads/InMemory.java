package dev.waymark.client.downloads;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Gathers for as long as the call takes. */
public final class InMemory implements Gathering {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Optional<String> tag = Optional.empty();

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public Optional<String> tag() {
    return tag;
  }

  @Override
  public void restart(Optional<String> newTag) {
    bytes.reset();
    tag = newTag;
  }

  @Override
  public void append(byte[] buffer, int count) {
    bytes.write(buffer, 0, count);
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
