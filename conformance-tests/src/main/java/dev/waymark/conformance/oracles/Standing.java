package dev.waymark.conformance.oracles;

import dev.waymark.conformance.wire.Exchange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the five rate limit headers say.
 *
 * @param quota the limit, as the policy has it
 * @param window of the policy, in seconds
 * @param left what remains, as the state has it
 * @param delta seconds until a slot is free
 */
record Standing(
    long limit,
    long remaining,
    long reset,
    long quota,
    long window,
    long left,
    long delta,
    String name) {

  /** Nothing where one of them cannot be read, or is not there. */
  static Optional<Standing> of(Exchange exchange) {
    Optional<RateItem> policy = exchange.header("RateLimit-Policy").flatMap(RateItem::of);
    Optional<RateItem> state = exchange.header("RateLimit").flatMap(RateItem::of);
    List<Long> numbers =
        List.of(
                number(exchange, "X-RateLimit-Limit"),
                number(exchange, "X-RateLimit-Remaining"),
                number(exchange, "X-RateLimit-Reset"),
                policy.flatMap(item -> item.number("q")),
                policy.flatMap(item -> item.number("w")),
                state.flatMap(item -> item.number("r")),
                state.flatMap(item -> item.number("t")))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return numbers.size() < 7
            || !Objects.equals(policy.map(RateItem::name), state.map(RateItem::name))
        ? Optional.empty()
        : Optional.of(
            new Standing(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                policy.map(RateItem::name).orElse("")));
  }

  /** Whether both sets of headers say the same. */
  boolean agrees() {
    return limit == quota && remaining == left;
  }

  boolean isNamedAsEver() {
    return name.equals("rpm");
  }

  /**
   * Whether the reset is as far away as the state says; both are rounded up, so they agree to the
   * second. A server's clock may be another than ours, and then its Date tells of it.
   */
  boolean isDueFrom(Exchange exchange) {
    boolean byOurs = isDue(exchange.from().getEpochSecond(), exchange.until().getEpochSecond());
    return byOurs
        || exchange
            .date()
            .filter(date -> isDue(date.getEpochSecond(), date.getEpochSecond()))
            .isPresent();
  }

  private boolean isDue(long from, long until) {
    return reset >= from + delta - 1 && reset <= until + delta + 1;
  }

  private static Optional<Long> number(Exchange exchange, String header) {
    return exchange.header(header).flatMap(Numbers::whole);
  }
}
