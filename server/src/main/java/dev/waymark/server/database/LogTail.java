package dev.waymark.server.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Finds in PostgreSQL's log what a person should read first. */
final class LogTail {
  private static final List<String> COMPLAINTS = List.of("FATAL:", "PANIC:", "error:", "LOG:");
  private static final int LONGEST = 65_536;

  private LogTail() {}

  /** The gravest complaint behind that place, without time and process; never more than a line. */
  static String reason(Path log, long from) throws IOException {
    List<String> lines = text(log, from).lines().toList();
    for (String complaint : COMPLAINTS) {
      for (String line : lines) {
        int start = line.indexOf(complaint);
        if (start >= 0) {
          return line.substring(start + complaint.length()).strip();
        }
      }
    }
    return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
  }

  private static String text(Path log, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.min(from, file.length()));
      byte[] bytes = new byte[(int) Math.min(LONGEST, file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
