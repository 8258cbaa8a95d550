package dev.waymark.conformance.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** This kit's name and version. */
final class Kit implements IVersionProvider {
  /** {@code waymark-conformance 1.2.3}, as its jar says it. */
  static String name() {
    return "waymark-conformance "
        + Optional.ofNullable(Kit.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
  }

  @Override
  public String[] getVersion() {
    return new String[] {name()};
  }
}
