package dev.waymark.conformance.faults;

import java.util.Arrays;
import java.util.List;

/**
 * What meets the attempts of a caller, in turn. The last step meets all that come after it.
 *
 * @param name a path segment
 * @param about for people, a few words
 */
public record Script(String name, String about, List<Step> steps) {
  public Script {
    if (!name.matches("[a-z0-9-]+") || steps.isEmpty()) {
      throw new IllegalArgumentException("Not a script: " + name);
    }
    steps = List.copyOf(steps);
  }

  public static Script of(String name, String about, Step... steps) {
    return new Script(name, about, Arrays.asList(steps));
  }

  /** Whether some answer leads to another server. */
  public boolean leadsElsewhere() {
    return steps.stream()
        .anyMatch(step ->
            step instanceof Reply reply
                && reply.headers().values().stream()
                    .anyMatch(value -> value.contains(Reply.ELSEWHERE)));
  }

  Step step(int attempt) {
    return steps.get(Math.min(attempt, steps.size() - 1));
  }
}
