package dev.waymark.conformance.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command makes the trouble, and takes it away again whatever happens. */
final class CommandHookTest {
  private static final Request REQUEST = Request.get("/one");

  @TempDir private Path folder;

  @Test
  void the_request_is_sent_between_begin_and_end() throws IOException {
    Path log = folder.resolve("log");
    CommandHook hook = hook("echo >> '" + log + "' it is");
    hook.send(
        Trouble.FULL,
        REQUEST,
        request -> {
          write(log, "sent\n");
          return exchange(request);
        });
    assertThat(Files.readAllLines(log)).containsExactly("it is begin", "sent", "it is end");
  }

  @Test
  void it_ends_also_when_the_request_fails() throws IOException {
    Path log = folder.resolve("log");
    CommandHook hook = hook("echo >> '" + log + "'");
    assertThatThrownBy(() ->
            hook.send(
                Trouble.FULL,
                REQUEST,
                _ -> {
                  throw new IllegalArgumentException("lost");
                }))
        .hasMessage("lost");
    assertThat(Files.readAllLines(log)).containsExactly("begin", "end");
  }

  @Test
  void a_trouble_without_a_command_is_not_brought_about() {
    assertThat(hook("true").send(Trouble.A_DAY_LATER, REQUEST, CommandHookTest::exchange))
        .isEmpty();
  }

  @Test
  void a_command_that_fails_says_what_it_said() {
    assertThatThrownBy(() ->
            hook("echo no such database; exit 7; :")
                .send(Trouble.FULL, REQUEST, CommandHookTest::exchange))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The hook full end ended with 7: no such database");
  }

  private static CommandHook hook(String line) {
    return new CommandHook(Map.of(Trouble.FULL, CommandHook.shell(line)));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Exchange exchange(Request request) {
    return new Exchange(
        URI.create("http://localhost"),
        request,
        200,
        HttpHeaders.of(Map.of(), (_, _) -> true),
        new byte[0],
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
