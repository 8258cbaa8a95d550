package dev.waymark.conformance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What there is to know for whoever writes a driver. */
public final class DriverProtocol {
  private static final String RESOURCE = "/dev/waymark/conformance/driver-protocol.md";

  private DriverProtocol() {}

  /** In Markdown. */
  public static String text() {
    try (InputStream text = DriverProtocol.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(text, RESOURCE).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }
}
