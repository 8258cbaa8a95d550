package dev.waymark.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers were taken on. */
public final class Machine {
  private Machine() {}

  public static String text() throws IOException {
    return "%s, %d processors, %d GiB, Linux %s, Java %s, load before the run %s"
        .formatted(
            value(Path.of("/proc/cpuinfo"), "model name"),
            Runtime.getRuntime().availableProcessors(),
            Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", ""))
                / (1024 * 1024),
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            Files.readString(Path.of("/proc/loadavg")).replaceFirst(" .*\\s*", ""));
  }

  private static String value(Path file, String name) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(name)) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return "unknown";
  }
}
