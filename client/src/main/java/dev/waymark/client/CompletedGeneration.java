package dev.waymark.client;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** A generation that has its output. */
public final class CompletedGeneration {

  private final Generation generation;
  private final Outputs outputs;

  CompletedGeneration(Generation generation, Outputs outputs) {
    this.generation = generation;
    this.outputs = outputs;
  }

  /** All that the server says about it. */
  public Generation generation() {
    return generation;
  }

  public String id() {
    return generation.id();
  }

  /** What it has cost. */
  public long creditsUsed() {
    return generation.creditsUsed().orElse(generation.creditsEstimate());
  }

  /** Where the output is. Whoever has the address can read it. */
  public URI outputUrl() {
    return Outputs.addressOf(generation);
  }

  /** See {@link Outputs#download(Generation, Path)}. */
  public Path download(Path to) {
    return outputs.download(generation, to);
  }

  /** See {@link Outputs#download(Generation, Path, DownloadProgress)}. */
  public Path download(Path to, DownloadProgress progress) {
    return outputs.download(generation, to, progress);
  }

  /** See {@link Outputs#bytes(Generation)}. */
  public byte[] bytes() {
    return outputs.bytes(generation);
  }

  /** See {@link Outputs#open(Generation)}. */
  public InputStream open() {
    return outputs.open(generation);
  }

  @Override
  public String toString() {
    return "CompletedGeneration[" + generation.id() + "]";
  }
}
