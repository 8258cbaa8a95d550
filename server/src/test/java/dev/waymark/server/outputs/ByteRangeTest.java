package dev.waymark.server.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges against RFC 9110 (14.1.2), read byte by byte. */
class ByteRangeTest {

  @Property
  void a_range_from_a_byte_to_a_byte_is_the_bytes_that_lie_in_it(
      @ForAll @LongRange(min = 0, max = 12) long first,
      @ForAll @LongRange(min = 0, max = 12) long last,
      @ForAll @LongRange(min = 1, max = 9) long length) {
    Optional<ByteRange> range = ByteRange.read("bytes=" + first + "-" + last, length);

    assertThat(range.isPresent()).as("valid").isEqualTo(first <= last);
    range.ifPresent(found ->
        assertThat(bytes(found))
            .isEqualTo(
                LongStream.range(0, length)
                    .filter(index -> first <= index && index <= last)
                    .boxed()
                    .toList()));
  }

  @Property
  void a_range_without_an_end_is_the_bytes_from_its_first(
      @ForAll @LongRange(min = 0, max = 12) long first,
      @ForAll @LongRange(min = 1, max = 9) long length) {
    assertThat(bytes(ByteRange.read("bytes=" + first + "-", length).orElseThrow()))
        .isEqualTo(LongStream.range(0, length).filter(index -> first <= index).boxed().toList());
  }

  @Property
  void a_range_without_a_start_is_so_many_of_the_last_bytes(
      @ForAll @LongRange(min = 0, max = 12) long count,
      @ForAll @LongRange(min = 1, max = 9) long length) {
    assertThat(bytes(ByteRange.read("bytes=-" + count, length).orElseThrow()))
        .isEqualTo(
            LongStream.range(0, length).filter(index -> length - index <= count).boxed().toList());
  }

  @Property
  void a_satisfiable_range_lies_within_the_bytes_and_says_so(
      @ForAll("headers") String header, @ForAll @LongRange(min = 1) long length) {
    ByteRange.read(header, length)
        .filter(ByteRange::isSatisfiable)
        .ifPresent(range -> {
          assertThat(range.first()).isBetween(0L, range.last());
          assertThat(range.last()).isLessThan(length);
          assertThat(range.contentRange(length))
              .isEqualTo("bytes " + range.first() + "-" + range.last() + "/" + length);
        });
  }

  @Property
  void no_header_at_all_breaks_it(@ForAll String header, @ForAll @LongRange(min = 0) long length) {
    assertThat(ByteRange.read(header, length)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=0-1,3-4",
        "bytes 0-1",
        "items=0-1",
        "bytes=a-b",
        "bytes=-1-2",
        "bytes=0x1-2",
        "bytes=١-٢",
        "bytes=0 -1"
      })
  void what_is_no_single_range_of_bytes_is_ignored(String header) {
    assertThat(ByteRange.read(header, 10)).isEmpty();
  }

  @Test
  void the_unit_is_read_in_any_case() {
    assertThat(ByteRange.read("Bytes=1-2", 10)).contains(new ByteRange(1, 2));
  }

  @Test
  void without_the_header_there_is_no_range() {
    assertThat(ByteRange.read(null, 10)).isEmpty();
  }

  private static List<Long> bytes(ByteRange range) {
    return range.isSatisfiable()
        ? LongStream.rangeClosed(range.first(), range.last()).boxed().toList()
        : List.of();
  }

  @Provide
  Arbitrary<String> headers() {
    Arbitrary<String> numbers =
        Arbitraries.bigIntegers()
            .between(BigInteger.ZERO, BigInteger.TEN.pow(20))
            .map(BigInteger::toString)
            .injectNull(0.2)
            .map(number -> number == null ? "" : number);
    return Combinators.combine(numbers, numbers).as((first, last) -> "bytes=" + first + "-" + last);
  }
}
