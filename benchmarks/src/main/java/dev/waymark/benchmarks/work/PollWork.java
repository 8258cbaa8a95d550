package dev.waymark.benchmarks.work;

import dev.waymark.benchmarks.load.Answer;
import dev.waymark.benchmarks.load.Workload;
import java.util.List;

/** {@code GET /generations/{id}}, one known generation after the other. */
public final class PollWork implements Workload {
  private static final int OK = 200;

  private final byte[][] requests;
  private final byte[][] expected;
  private final int[] asked;
  private int turn;

  /** A generation and a key that may see it. */
  public record Target(String generation, String key) {}

  public PollWork(String base, List<Target> targets, int connections) {
    requests =
        targets.stream()
            .map(target -> HttpText.get(base + "/generations/" + target.generation(), target.key()))
            .toArray(byte[][]::new);
    expected =
        targets.stream()
            .map(target ->
                HttpText.bytes("{\"generation_id\":\"%s\",".formatted(target.generation())))
            .toArray(byte[][]::new);
    asked = new int[connections];
  }

  @Override
  public byte[] next(int connection) {
    asked[connection] = turn;
    turn = (turn + 1) % requests.length;
    return requests[asked[connection]];
  }

  @Override
  public boolean isRight(int connection, Answer answer) {
    return answer.status() == OK && answer.bodyHas(expected[asked[connection]]);
  }
}
