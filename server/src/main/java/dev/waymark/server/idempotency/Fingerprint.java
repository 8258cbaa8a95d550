package dev.waymark.server.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.hashing.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SHA-256 of a JSON value in canonical form: two bodies that say the same have the same
 * fingerprint, whatever the order of their members, their white space or the writing of their
 * numbers ({@code 7}, {@code 7.0}, {@code 70e-1}).
 */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  public static byte[] of(JsonNode value) {
    MessageDigest digest = Sha256.begin();
    new Fingerprint(digest).add(value);
    return digest.digest();
  }

  private void add(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> addObject(value);
      case ARRAY -> {
        tag('[', value.size());
        value.forEach(this::add);
      }
      case STRING -> addText('"', value.textValue());
      case NUMBER -> addText('#', value.decimalValue().stripTrailingZeros().toString());
      case BOOLEAN -> addText('?', value.asText());
      case NULL, MISSING -> addText('0', "");
      case BINARY, POJO -> throw new IllegalArgumentException("not a JSON value");
    }
  }

  private void addObject(JsonNode object) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    tag('{', sorted.size());
    sorted.forEach((name, value) -> {
      addText('"', name);
      add(value);
    });
  }

  // Kind and length before the content, so that no two different values run together to the same
  // bytes.
  private void addText(char kind, String text) {
    // Not UTF-8, to which halves of surrogate pairs are all the same.
    ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
    units.asCharBuffer().put(text);
    tag(kind, units.capacity());
    digest.update(units);
  }

  private void tag(char kind, int length) {
    digest.update((kind + Integer.toString(length) + ":").getBytes(StandardCharsets.US_ASCII));
  }
}
