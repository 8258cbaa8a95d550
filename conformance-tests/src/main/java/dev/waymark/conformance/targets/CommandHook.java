package dev.waymark.conformance.targets;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Troubles brought about by commands: the one of a trouble is run with {@code begin} as its last
 * word, the request is sent, and it is run with {@code end}, whatever became of the request. One
 * trouble at a time, since each is meant for one request. A command that fails, or takes longer
 * than a minute, is an error of who tests and not of who is tested.
 */
public final class CommandHook implements Hook {
  private static final long MOST_SECONDS = 60;
  private static final int MOST_CHARACTERS = 300;

  private final Map<Trouble, List<String>> commands;

  public CommandHook(Map<Trouble, List<String>> commands) {
    this.commands = Map.copyOf(commands);
  }

  /** The words that have the shell run a line with one more word. */
  static List<String> shell(String line) {
    return List.of("sh", "-c", line + " \"$@\"", "hook");
  }

  @Override
  public synchronized Optional<Exchange> send(Trouble trouble, Request request, Sender sender) {
    List<String> command = commands.get(trouble);
    if (command == null) {
      return Optional.empty();
    }
    try {
      run(trouble, command, "begin");
      return Optional.of(sender.send(request));
    } finally {
      run(trouble, command, "end");
    }
  }

  private static void run(Trouble trouble, List<String> command, String word) {
    List<String> words = new ArrayList<>(command);
    words.add(word);
    String name = "The hook %s %s".formatted(trouble.slug(), word);
    try {
      Path said = Files.createTempFile("hook", ".txt");
      try {
        Process process =
            new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        require(process, name, said);
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a hook ran", e);
    }
  }

  private static void require(Process process, String name, Path said)
      throws IOException, InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(name + " did not end within " + MOST_SECONDS + " seconds");
    }
    if (process.exitValue() != 0) {
      String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
      throw new IllegalStateException(
          "%s ended with %d: %s"
              .formatted(
                  name,
                  process.exitValue(),
                  text.substring(0, Math.min(text.length(), MOST_CHARACTERS))));
    }
  }
}
