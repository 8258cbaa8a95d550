package dev.waymark.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that a server under test leaves on the disk. */
record ServerFolder(Path path) {

  static ServerFolder create(Plan plan) {
    try {
      ServerFolder folder = new ServerFolder(Files.createTempDirectory("waymark-"));
      Files.writeString(folder.plans(), plan.file());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path plans() {
    return path.resolve("plans.yaml");
  }

  Path database() {
    return path.resolve("postgres");
  }

  /** A server that was killed could not stop its database. */
  void delete() {
    try {
      Path postmaster = database().resolve("data/postmaster.pid");
      if (Files.exists(postmaster)) {
        long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      List<Path> files;
      try (Stream<Path> all = Files.walk(path)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path, e);
    }
  }
}
