package dev.waymark.client.downloads;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parts that the downloads of one client work on. None of them is opened a second time: under
 * POSIX the lock of a file is the process's, and ends when the process closes the file, however
 * often it has it open (fcntl). By name, for no name is used twice and a folder can have several.
 */
public final class HeldParts {

  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** False when a download works on it. */
  boolean take(Path part) {
    return names.add(name(part));
  }

  void giveBack(Path part) {
    names.remove(name(part));
  }

  private static String name(Path part) {
    return part.getFileName().toString();
  }
}
