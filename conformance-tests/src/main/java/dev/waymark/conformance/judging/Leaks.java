package dev.waymark.conformance.judging;

import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.secrets.KeyText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the key and the prompt of an order in what a client tells of it. */
final class Leaks {
  private Leaks() {}

  /** {@code its kind shows the prompt}, for each member that shows something. */
  static List<String> in(Told told, Order order) {
    return told.members().entrySet().stream()
        .flatMap(member -> shown(member, order).stream())
        .toList();
  }

  private static Optional<String> shown(Map.Entry<String, String> member, Order order) {
    String all = member.getKey() + member.getValue();
    boolean key = all.contains(KeyText.secretOf(order.key()));
    String prompt = order.input().path("prompt").asText("");
    boolean asked = !prompt.isEmpty() && all.contains(prompt);
    if (!key && !asked) {
      return Optional.empty();
    }
    String what = key && asked ? "the key and the prompt" : key ? "the key" : "the prompt";
    return Optional.of("its %s shows %s".formatted(member.getKey(), what));
  }
}
