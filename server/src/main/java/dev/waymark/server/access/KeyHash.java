package dev.waymark.server.access;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What is stored of a key: 32 bytes. Two are compared in a time that does not tell how much of them
 * is equal.
 */
final class KeyHash {
  private final byte[] bytes;

  KeyHash(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static KeyHash of(KeyText key) {
    return new KeyHash(key.hash());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyHash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "KeyHash[secret]";
  }
}
