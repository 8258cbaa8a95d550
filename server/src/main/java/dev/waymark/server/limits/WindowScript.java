package dev.waymark.server.limits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The script of the rolling window, and the digest by which Redis knows it. */
record WindowScript(String text, String digest) {
  private static final String RESOURCE = "/redis/rolling-window.lua";

  static WindowScript on(RedisClock clock) {
    try (InputStream lua = WindowScript.class.getResourceAsStream(RESOURCE)) {
      byte[] body = Objects.requireNonNull(lua).readAllBytes();
      String text = clock.lua() + new String(body, StandardCharsets.UTF_8);
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new WindowScript(text, HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
