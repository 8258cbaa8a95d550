package dev.waymark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, as an operator starts it. */
final class ChildServer implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final Process process;
  private final Path errors;

  private ChildServer(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  static ChildServer start(Path scratch, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Waymark.class.getName());
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile(scratch, "errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    return new ChildServer(builder.start(), errors);
  }

  static ChildServer in(Path folder, Path scratch) throws IOException {
    return start(
        scratch,
        Map.of(),
        "--port=0",
        "--database.folder=" + folder,
        "--database.programs=" + TestSettings.PROGRAMS,
        "--database.pool-size=2");
  }

  /** The first line of standard output, which is there once the server listens. */
  String awaitListening() throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    assertThat(line).as(() -> "errors: " + errors()).contains("is listening on");
    return line;
  }

  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Everything that was written to standard error until now. */
  List<String> errors() {
    try (Stream<String> lines = Files.lines(errors)) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
