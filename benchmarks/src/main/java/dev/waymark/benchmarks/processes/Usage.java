package dev.waymark.benchmarks.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What processes have taken of the machine until now, out of {@code /proc}. Processor time is told
 * in hundredths of a second there.
 */
public final class Usage {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  private Usage() {}

  /** Seconds of processor time of a process, with its children that live and those that ended. */
  public static double seconds(long pid) throws IOException {
    long ticks = ticks(pid);
    for (long child : children(pid)) {
      ticks += ticks(child);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** What a process has of the machine's memory, in MiB. */
  public static double residentMebibytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("process " + pid + " has no VmRSS");
  }

  private static long ticks(long pid) throws IOException {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name before it may have anything in it.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int field = USER_TIME; field <= CHILDREN_SYSTEM_TIME; field++) {
        ticks += Long.parseLong(fields[field]);
      }
      return ticks;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private static List<Long> children(long pid) throws IOException {
    List<Long> children = new ArrayList<>();
    Path list = Path.of("/proc", Long.toString(pid), "task", Long.toString(pid), "children");
    for (String child : Files.readString(list).strip().split(" ", -1)) {
      if (!child.isEmpty()) {
        children.add(Long.parseLong(child));
      }
    }
    return children;
  }
}
