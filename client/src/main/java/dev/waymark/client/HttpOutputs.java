package dev.waymark.client;

import dev.waymark.client.downloads.BesideFile;
import dev.waymark.client.downloads.HeldParts;
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
  private final RunningCalls running;
  private final HeldParts held = new HeldParts();

  HttpOutputs(OutputSource source, Supplier<UUID> freshIds, RunningCalls running) {
    this.source = source;
    this.freshIds = freshIds;
    this.running = running;
  }

  @Override
  public Path download(Generation generation, Path file, DownloadProgress progress) {
    URI address = Outputs.addressOf(generation);
    return running.call(() -> download(address, file, progress));
  }

  private Path download(URI address, Path file, DownloadProgress progress) {
    try (BesideFile gathering = new BesideFile(file, address, freshIds, held)) {
      source.fetch(address, gathering, progress);
      gathering.finish();
      return file;
    }
  }

  @Override
  public byte[] bytes(Generation generation) {
    URI address = Outputs.addressOf(generation);
    return running.call(() -> {
      InMemory gathering = new InMemory();
      source.fetch(address, gathering, DownloadProgress.ignored());
      return gathering.bytes();
    });
  }

  @Override
  public InputStream open(Generation generation) {
    URI address = Outputs.addressOf(generation);
    return running.call(() -> source.open(address));
  }
}
