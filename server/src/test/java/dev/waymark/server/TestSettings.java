package dev.waymark.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every server in a test is started with: a free port, a folder, few connections. */
public final class TestSettings {
  /** Shared by all tests and builds, so that PostgreSQL is unpacked once. */
  static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

  private TestSettings() {}

  /** May be changed by the caller. */
  public static Map<String, Object> in(Path folder) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("waymark.port", 0);
    values.put("waymark.database.folder", folder.toString());
    values.put("waymark.database.programs", PROGRAMS.toString());
    values.put("waymark.database.pool-size", 4);
    return values;
  }
}
