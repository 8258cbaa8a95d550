package dev.waymark.conformance.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that somebody has named. */
final class Texts {
  private Texts() {}

  /**
   * What stands in it.
   *
   * @throws Usage if it cannot be read
   */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new Usage("There is no file %s; is the path right?".formatted(file));
    } catch (IOException e) {
      throw new Usage("%s cannot be read as text; is it the right file?".formatted(file));
    }
  }

  /**
   * Writes it, over what is there.
   *
   * @param option that has named the file
   * @throws Usage if it cannot be written
   */
  static void write(Path file, String text, String option) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Usage("%s cannot be written; name another file with %s.".formatted(file, option));
    }
  }
}
