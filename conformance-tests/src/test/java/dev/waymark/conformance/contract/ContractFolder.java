package dev.waymark.conformance.contract;

import dev.waymark.conformance.process.BuildProperty;
import java.nio.file.Path;

/** Where the document, its lint and its mock are in the repository. */
public final class ContractFolder {
  private ContractFolder() {}

  public static Path path() {
    return BuildProperty.path("waymark.contract.folder");
  }

  public static Path document() {
    return path().resolve("openapi.yaml");
  }
}
