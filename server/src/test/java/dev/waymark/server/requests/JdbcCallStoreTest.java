package dev.waymark.server.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL. */
class JdbcCallStoreTest {
  private final SharedServer server = SharedServer.get();
  private final JdbcCallStore store = server.bean(JdbcCallStore.class);
  private final Lookup lookup = server.bean(Lookup.class);
  private final AccountId account = server.account(SharedServer.plan(0));

  @Property(tries = 200)
  void a_call_is_kept_as_it_was_whatever_its_texts(
      @ForAll @NotEmpty @StringLength(max = 20) @CharRange(from = '\u0001', to = '\u024f')
          String text)
      throws SQLException {
    LoggedCall call = call(text, Optional.of(text));

    store.keep(List.of(call));

    assertThat(found(call)).isEqualTo(call);
  }

  @Test
  void what_looks_like_a_command_of_the_format_is_text() throws SQLException {
    for (String text : List.of("\\.", "\\N", "\\", "a\\\tb", "\n\\.\n", "\r", "\\\\N")) {
      LoggedCall call = call(text, Optional.of(text));
      store.keep(List.of(call, call(text, Optional.empty())));

      assertThat(found(call)).isEqualTo(call);
    }
  }

  @Test
  void a_batch_that_is_there_already_or_in_part_is_there_once() throws SQLException {
    List<LoggedCall> first = Stream.generate(() -> call("/a", Optional.empty())).limit(20).toList();
    List<LoggedCall> more = Stream.generate(() -> call("/b", Optional.empty())).limit(20).toList();
    store.keep(first);

    store.keep(first);
    store.keep(Stream.concat(first.stream(), more.stream()).toList());

    assertThat(Stream.concat(first.stream(), more.stream()))
        .allSatisfy(call -> assertThat(found(call)).isEqualTo(call));
    assertThat(lookup.list(account, everything(), Optional.empty(), 100).entries()).hasSize(40);
  }

  private LoggedCall found(LoggedCall call) {
    return lookup.get(account, call.id().value());
  }

  private LoggedCall call(String route, Optional<String> code) {
    return AnyCall.of(account, server.clock().instant(), "key_1", route, 200, code);
  }

  private static CallSearch everything() {
    return new CallSearch(
        RequestId.lowestFrom(Instant.EPOCH),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
