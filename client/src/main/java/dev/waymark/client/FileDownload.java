package dev.waymark.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes beside the file and moves into its place, so that nobody ever sees half of it. */
final class FileDownload {

  private final Path file;
  private final Path part;

  FileDownload(Path file, UUID id) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a directory; name the file to write");
    }
    this.file = file;
    // Not a temporary file of the JDK's: those can be read by their owner only, and would stay so.
    this.part = file.resolveSibling(".waymark-" + id + ".part");
  }

  Path write(Supplier<Output> source) {
    try {
      try (OutputStream target =
              Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          Output output = source.get()) {
        output.copyTo(target);
      }
      moveIntoPlace();
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      deletePart();
    }
  }

  private void moveIntoPlace() throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void deletePart() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException stays) {
      // What made the download fail says more than this would.
    }
  }
}
