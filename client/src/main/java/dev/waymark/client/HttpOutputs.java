package dev.waymark.client;

import dev.waymark.client.downloads.BesideFile;
import dev.waymark.client.downloads.InMemory;
import java.io.InputStream;
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
    try (BesideFile gathering = new BesideFile(file, address, freshIds)) {
      source.fetch(address, gathering, progress);
      gathering.finish();
      return file;
    }
  }

  @Override
  public byte[] bytes(Generation generation) {
    InMemory gathering = new InMemory();
    source.fetch(Outputs.addressOf(generation), gathering, DownloadProgress.ignored());
    return gathering.bytes();
  }

  @Override
  public InputStream open(Generation generation) {
    return source.open(Outputs.addressOf(generation));
  }
}
