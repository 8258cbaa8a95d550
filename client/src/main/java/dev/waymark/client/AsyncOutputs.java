package dev.waymark.client;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Downloads what completed generations made. See {@link Outputs}, whose methods these are. */
public final class AsyncOutputs {

  private final Outputs outputs;
  private final AsyncCalls calls;

  AsyncOutputs(Outputs outputs, AsyncCalls calls) {
    this.outputs = outputs;
    this.calls = calls;
  }

  /** See {@link Outputs#download(Generation, Path)}. */
  public CompletableFuture<Path> download(Generation generation, Path file) {
    return calls.start(() -> outputs.download(generation, file));
  }

  /** See {@link Outputs#download(Generation, Path, DownloadProgress)}. */
  public CompletableFuture<Path> download(
      Generation generation, Path file, DownloadProgress progress) {
    return calls.start(() -> outputs.download(generation, file, progress));
  }

  /** See {@link Outputs#bytes(Generation)}. */
  public CompletableFuture<byte[]> bytes(Generation generation) {
    return calls.start(() -> outputs.bytes(generation));
  }
}
