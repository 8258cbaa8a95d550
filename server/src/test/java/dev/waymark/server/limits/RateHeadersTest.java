package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Call;
import dev.waymark.server.contract.TestCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RateHeadersTest {
  private static final Pattern RATE_LIMIT = Pattern.compile("\"rpm\";r=(\\d+);t=(\\d+)");

  @Property
  void the_trio_and_the_pair_tell_the_same_limit(@ForAll("admissions") Admission admission) {
    Map<String, String> headers = headers(admission);

    assertThat(headers)
        .containsEntry("X-RateLimit-Limit", String.valueOf(admission.limit()))
        .containsEntry("RateLimit-Policy", "\"rpm\";q=" + admission.limit() + ";w=60");
  }

  @Property
  void the_trio_and_the_pair_tell_the_same_number_of_calls_left(
      @ForAll("admissions") Admission admission) {
    Map<String, String> headers = headers(admission);

    assertThat(headers)
        .containsEntry("X-RateLimit-Remaining", String.valueOf(admission.remaining()));
    assertThat(rateLimit(headers).group(1)).isEqualTo(headers.get("X-RateLimit-Remaining"));
  }

  @Property
  void the_reset_is_the_first_whole_second_at_which_the_slot_is_free(
      @ForAll("admissions") Admission admission) {
    long reset = Long.parseLong(headers(admission).getOrDefault("X-RateLimit-Reset", ""));

    assertThat(Instant.ofEpochSecond(reset)).isAfterOrEqualTo(admission.nextFree());
    assertThat(Instant.ofEpochSecond(reset - 1)).isBefore(admission.nextFree());
  }

  @Property
  void the_seconds_of_the_pair_are_the_fewest_after_which_the_slot_is_free(
      @ForAll("admissions") Admission admission) {
    long seconds = Long.parseLong(rateLimit(headers(admission)).group(2));

    assertThat(admission.now().plusSeconds(seconds)).isAfterOrEqualTo(admission.nextFree());
    assertThat(admission.now().plusSeconds(seconds - 1)).isBefore(admission.nextFree());
  }

  @Property
  void the_seconds_of_the_pair_are_those_of_the_refusal(@ForAll("admissions") Admission admission) {
    long seconds = Long.parseLong(rateLimit(headers(admission)).group(2));

    assertThat(Errors.rateLimit(1, 60, admission.untilFree()).error().retry().afterSeconds())
        .isEqualTo(seconds);
  }

  private static Map<String, String> headers(Admission admission) {
    Call call = TestCalls.call();
    RateHeaders.put(call::answerWith, admission);
    return TestCalls.headers(call);
  }

  private static Matcher rateLimit(Map<String, String> headers) {
    Matcher matcher = RATE_LIMIT.matcher(headers.getOrDefault("RateLimit", ""));
    assertThat(matcher.matches()).as("RateLimit has its form").isTrue();
    return matcher;
  }

  @Provide
  Arbitrary<Admission> admissions() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1000),
            Arbitraries.integers().between(0, 1000),
            nanos(0, 2_000_000_000L),
            nanos(1, 60_000_000_000L))
        .as((limit, left, start, wait) -> {
          Instant now = Instant.parse("2026-01-01T00:00:00Z").plusNanos(start);
          int remaining = Math.min(left, limit - 1);
          return new Admission(
              remaining > 0, limit, remaining, now, now.plus(Duration.ofNanos(wait)));
        });
  }

  private static Arbitrary<Long> nanos(long least, long most) {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(least, most),
        Arbitraries.longs()
            .between(1, most / 1_000_000_000L)
            .map(seconds -> seconds * 1_000_000_000L));
  }
}
