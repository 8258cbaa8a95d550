package dev.waymark.client.downloads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Names part files {@code .waymark.FILE.OUTPUT.TAG.ID.part}: hashes of the file's name and of the
 * output's address, which is nobody else's business, the entity tag, and what makes it unique. So a
 * part is gone on with only for the same file, address and content.
 */
final class PartNames {

  private static final String SUFFIX = ".part";

  /** Longer ones would not fit into a name; what they name is not gone on with by a later call. */
  private static final int LONGEST_TAG = 80;

  private final String ofFile;
  private final String ofOutput;

  PartNames(Path file, URI address) {
    this.ofFile = ".waymark." + hash(file.getFileName().toString()) + ".";
    this.ofOutput = ofFile + hash(address.toString()) + ".";
  }

  String name(Optional<String> tag, UUID id) {
    String written = tag.filter(PartNames::fits).map(PartNames::encoded).orElse("");
    return ofOutput + written + "." + id + SUFFIX;
  }

  /** Whether it is a part of the same file, whichever output it belongs to. */
  boolean isOfFile(String name) {
    return name.startsWith(ofFile) && name.endsWith(SUFFIX);
  }

  /** The tag of a part that can be gone on with. */
  Optional<String> tag(String name) {
    if (!name.startsWith(ofOutput) || !name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String written = name.substring(ofOutput.length()).replaceFirst("\\..*", "");
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(written), UTF_8))
          .filter(tag -> !tag.isEmpty());
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  static boolean fits(String tag) {
    return tag.length() <= LONGEST_TAG && tag.chars().allMatch(one -> one >= ' ' && one < 0x7f);
  }

  private static String encoded(String tag) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(tag.getBytes(UTF_8));
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
