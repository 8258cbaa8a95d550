package dev.waymark.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/** Over HTTP, as the contract has it. */
final class HttpOutputs implements Outputs {

  private final OutputSource source;
  private final Supplier<UUID> freshIds;

  HttpOutputs(OutputSource source, Supplier<UUID> freshIds) {
    this.source = source;
    this.freshIds = freshIds;
  }

  @Override
  public Path download(Generation generation, Path file, DownloadProgress progress) {
    URI address = Outputs.addressOf(generation);
    return new FileDownload(file, freshIds.get()).write(() -> source.open(address));
  }

  @Override
  public byte[] bytes(Generation generation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Output output = source.open(Outputs.addressOf(generation))) {
      output.copyTo(bytes);
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
    return bytes.toByteArray();
  }

  @Override
  public InputStream open(Generation generation) {
    return source.open(Outputs.addressOf(generation)).body();
  }
}
