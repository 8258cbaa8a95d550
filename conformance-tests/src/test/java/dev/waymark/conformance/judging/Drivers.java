package dev.waymark.conformance.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.client.WaymarkClient;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.errors.ErrorCode;
import dev.waymark.generated.client.model.Quote;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The commands of the drivers that come with the kit. */
final class Drivers {
  private Drivers() {}

  /** Our client, on the class path that its users have. */
  static List<String> ofOurs() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String source = folder().resolve("waymark-java/WaymarkDriver.java").toString();
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-Dslf4j.internal.verbosity=ERROR",
        "-cp",
        classPath(),
        source);
  }

  static List<String> ofPlainFetch() {
    return List.of("node", folder().resolve("plain-fetch/driver.mjs").toString());
  }

  static List<String> of(String program) {
    return List.of("node", "-e", program);
  }

  private static Path folder() {
    return BuildProperty.path("waymark.contract.folder").resolve("../conformance-tests/drivers");
  }

  private static String classPath() {
    return Stream.of(
            WaymarkClient.class,
            ErrorCode.class,
            Quote.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonInclude.class,
            Logger.class,
            Nullable.class)
        .map(Drivers::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
