package dev.waymark.benchmarks.work;

import dev.waymark.benchmarks.load.Answer;
import dev.waymark.benchmarks.load.Workload;
import java.util.Arrays;
import java.util.List;

/** {@code POST /generate} with an idempotency key that was never sent before. */
public final class StartWork implements Workload {
  private static final int ACCEPTED = 202;
  private static final byte[] PENDING = HttpText.bytes("\"status\":\"pending\"");
  private static final String BODY =
      "{\"model\":\"atlas-1\",\"prompt\":\"a mountain lake at dusk, snow, deep blue\",\"aspect_ratio\":\"16:9\",\"resolution\":\"2K\"}";

  private final byte[][] requests;
  private final int[] serialAt;
  private long sent;

  /**
   * @param run part of every idempotency key; another one for every workload on the same database
   */
  public StartWork(String base, List<String> keys, String run) {
    requests =
        keys.stream()
            .map(key -> HttpText.post(base + "/generate", key, run, BODY))
            .toArray(byte[][]::new);
    byte[] serial = HttpText.bytes(HttpText.SERIAL);
    serialAt = Arrays.stream(requests).mapToInt(request -> indexOf(request, serial)).toArray();
  }

  private static int indexOf(byte[] text, byte[] wanted) {
    for (int at = 0; at + wanted.length <= text.length; at++) {
      if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("a request without a place for its serial number");
  }

  @Override
  public byte[] next(int connection) {
    int turn = (int) (sent % requests.length);
    byte[] request = requests[turn];
    long rest = sent;
    for (int at = HttpText.SERIAL.length() - 1; at >= 0; at--) {
      request[serialAt[turn] + at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    sent++;
    return request;
  }

  @Override
  public boolean isRight(int connection, Answer answer) {
    return answer.status() == ACCEPTED && answer.bodyHas(PENDING);
  }
}
