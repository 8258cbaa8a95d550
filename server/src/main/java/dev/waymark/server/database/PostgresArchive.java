package dev.waymark.server.database;

import dev.waymark.server.hashing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The packed PostgreSQL for this kind of machine, which comes with the server. */
final class PostgresArchive {
  private static final int EXECUTABLE = 0111;

  private PostgresArchive() {}

  /**
   * The folder with {@code bin}. It is named after the archive's content, and moved to its place
   * when it is whole: whoever finds it there can use it.
   */
  static Path unpackedIn(Path folder) throws IOException {
    byte[] archive = read();
    Path place = folder.resolve("postgresql-" + digest(archive));
    if (Files.isDirectory(place)) {
      return place;
    }
    Folders.createPrivate(folder);
    Path half = Files.createTempDirectory(folder, "unpacking-");
    unpack(archive, half);
    try {
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(half);
      // Another process was faster.
      if (!Files.isDirectory(place)) {
        throw e;
      }
    }
    return place;
  }

  // Not through the library's resolver, which gives up where the same jar is on the class path
  // twice.
  private static byte[] read() throws IOException {
    String resource = "/postgres-%s-%s%s.txz".formatted(system(), machine(), variant());
    try (InputStream stream = PostgresArchive.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException(
            "no PostgreSQL comes with Waymark for " + system() + " on " + machine());
      }
      return stream.readAllBytes();
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("win")) {
      return "windows";
    }
    return name.startsWith("mac") ? "darwin" : "linux";
  }

  private static String machine() {
    String machine = System.getProperty("os.arch", "");
    return switch (machine) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> machine;
    };
  }

  private static String variant() {
    return Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
  }

  private static String digest(byte[] archive) {
    return HexFormat.of().formatHex(Sha256.of(archive), 0, 6);
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(entries, path);
          if ((entry.getMode() & EXECUTABLE) != 0) {
            Folders.restrict(path, "rwx------");
          }
        }
      }
    }
  }
}
