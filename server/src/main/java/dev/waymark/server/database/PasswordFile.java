package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The embedded PostgreSQL's password: other users of the machine can reach its port too. */
final class PasswordFile {
  private static final int BYTES = 24;

  private PasswordFile() {}

  /** Makes one for data that is yet to be made. */
  static Path in(Path folder, boolean dataExists) throws IOException {
    Path file = folder.resolve("password");
    if (dataExists) {
      if (!Files.exists(file)) {
        throw new ConfigurationFault(
            "The file %s is missing, without which the data there cannot be opened: put it back, or choose another folder as waymark.database.folder."
                .formatted(file));
      }
      return file;
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(file);
    Files.createFile(file);
    Folders.restrict(file, "rw-------");
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    return file;
  }
}
