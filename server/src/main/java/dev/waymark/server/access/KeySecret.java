package dev.waymark.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts what only the holder of an API key shall read again: with a key that is derived from the
 * text of the API key, which nobody else has and nothing stores.
 *
 * <p>AES-256-GCM with a random nonce, under a key from HKDF-SHA-256. It is to be used within one
 * request and not to be kept.
 */
public final class KeySecret {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte[] SALT = "waymark".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PURPOSE =
      "answers kept for one key".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  KeySecret(KeyText text, SecureRandom random) {
    this.key = derived(text);
    this.random = random;
  }

  /**
   * The bytes encrypted, never the same twice, and 28 bytes longer.
   *
   * @param context what they belong to, which is not in the result, and without which it cannot be
   *     opened
   */
  public byte[] seal(byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
      System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java encrypts with AES-GCM", e);
    }
  }

  /**
   * What was sealed by the same API key in the same context; nothing if anything of this is not so.
   */
  public Optional<byte[]> open(byte[] sealed, byte[] context) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, context)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java decrypts with AES-GCM", e);
    }
  }

  @Override
  public String toString() {
    return "KeySecret[secret]";
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }

  private static SecretKey derived(KeyText text) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addSalt(SALT)
                  .addIKM(text.value().getBytes(StandardCharsets.UTF_8))
                  .thenExpand(PURPOSE, KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java derives keys with HKDF", e);
    }
  }
}
