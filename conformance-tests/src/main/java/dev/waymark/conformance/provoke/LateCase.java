package dev.waymark.conformance.provoke;

import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that a server needs its time for: all of them, in all renderings, at the same time. */
record LateCase(List<RowCase> rows) implements Case {
  @Override
  public String name() {
    return rows.size() + " rows that take their time";
  }

  @Override
  public Set<String> decides() {
    return rows.stream().flatMap(one -> one.decides().stream()).collect(Collectors.toSet());
  }

  @Override
  public Set<String> restsOn() {
    return rows.stream().flatMap(one -> one.restsOn().stream()).collect(Collectors.toSet());
  }

  @Override
  public void run(Bench bench) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<RowCase, Map<Dress, Future<Exchange>>> all = new LinkedHashMap<>();
      for (RowCase row : rows) {
        Serving serving = row.prepared(bench);
        Map<Dress, Future<Exchange>> answers = new LinkedHashMap<>();
        answers.put(Dress.NONE, threads.submit(() -> serving.served(Dress.NONE)));
        row.otherDresses(bench)
            .forEach(dress -> answers.put(dress, threads.submit(() -> serving.served(dress))));
        all.put(row, answers);
      }
      all.forEach((row, answers) -> conclude(bench, row, answers));
    }
  }

  private static void conclude(Bench bench, RowCase row, Map<Dress, Future<Exchange>> answers) {
    Exchange plain = await(answers.get(Dress.NONE));
    if (row.tell(bench, plain)) {
      row.otherDresses(bench)
          .forEach(dress -> row.compare(bench, plain, dress, await(answers.get(dress))));
    }
  }

  private static Exchange await(@Nullable Future<Exchange> answer) {
    try {
      return Objects.requireNonNull(answer).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an answer was waited for", e);
    }
  }
}
