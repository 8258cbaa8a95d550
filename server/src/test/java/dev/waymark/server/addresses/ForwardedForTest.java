package dev.waymark.server.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a chain of proxies is believed to have got a request from. */
class ForwardedForTest {
  private static final AddressRange PROXIES = AddressRange.read("10.0.0.0/8").orElseThrow();
  private static final String PEER = "10.0.0.1";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "203.0.113.7; 203.0.113.7",
        "203.0.113.7:55; 203.0.113.7",
        "[2001:db8::1]:55; 2001:db8::1",
        "[2001:db8::1]; 2001:db8::1",
        "2001:db8::1; 2001:db8::1",
        "fe80::1%eth0; fe80::1",
        "[fe80::1%eth0]:55; fe80::1",
        "::ffff:203.0.113.7; 203.0.113.7",
        "198.51.100.1, 203.0.113.7; 203.0.113.7",
        "198.51.100.1, 203.0.113.7, 10.0.0.3,10.0.0.2; 203.0.113.7",
        "203.0.113.7, ::ffff:10.0.0.2; 203.0.113.7",
        "10.0.0.3, 10.0.0.2; 10.0.0.3"
      })
  void the_source_is_the_last_address_that_is_no_proxy(String line, String source) {
    assertThat(source(List.of(line))).hasToString(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "unknown",
        "_hidden",
        "203.0.113.7 198.51.100.1",
        "203.0.113.7:",
        "203.0.113.7:123456",
        "203.0.113.7:port",
        "[203.0.113.7]",
        "[203.0.113.7]:55",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]x",
        "\"203.0.113.7\"",
        "for=203.0.113.7",
        "203.0.113.0/24"
      })
  void what_cannot_be_read_leaves_the_last_proxy(String garbage) {
    assertThat(source(List.of(garbage))).hasToString(PEER);
    assertThat(source(List.of("198.51.100.1, " + garbage + ", 10.0.0.2"))).hasToString("10.0.0.2");
  }

  @Test
  void without_the_header_the_source_is_the_proxy_itself() {
    assertThat(source(List.of())).hasToString(PEER);
  }

  @Test
  void several_lines_are_one_list() {
    assertThat(source(List.of("198.51.100.1", "203.0.113.7, 10.0.0.3", "10.0.0.2")))
        .hasToString("203.0.113.7");
  }

  @Test
  void a_peer_that_is_no_proxy_is_the_source_whatever_it_says() {
    assertThat(ForwardedFor.source(address("192.0.2.1"), List.of(PEER), PROXIES::contains))
        .hasToString("192.0.2.1");
  }

  @Test
  void more_proxies_in_a_row_than_any_network_has_are_not_followed() {
    List<String> hops = new ArrayList<>(Collections.nCopies(ForwardedFor.MOST_HOPS, "10.0.0.9"));
    hops.addFirst("203.0.113.7");

    assertThat(source(List.of(String.join(",", hops)))).hasToString("10.0.0.9");
    assertThat(source(List.of(String.join(",", hops.subList(0, ForwardedFor.MOST_HOPS)))))
        .hasToString("203.0.113.7");
  }

  @Property
  void whatever_a_caller_writes_about_itself_its_own_address_wins(
      @ForAll @Size(max = 40) List<@From("entries") String> spoofed,
      @ForAll("strangers") String caller,
      @ForAll @Size(max = 5) List<@From("proxies") String> proxies,
      @ForAll @IntRange(max = 45) int newLineAfter) {
    List<String> chain = new ArrayList<>(spoofed);
    chain.add(caller);
    chain.addAll(proxies);

    assertThat(source(lines(chain, newLineAfter))).isEqualTo(address(caller));
  }

  @Property
  void a_source_is_never_one_that_a_stranger_has_written(
      @ForAll @Size(max = 40) List<@From("entries") String> chain,
      @ForAll("strangers") String peer) {
    assertThat(ForwardedFor.source(address(peer), chain, PROXIES::contains))
        .isEqualTo(address(peer));
  }

  private static List<String> lines(List<String> chain, int newLineAfter) {
    int cut = Math.min(newLineAfter, chain.size() - 1);
    return cut == 0
        ? List.of(String.join(", ", chain))
        : List.of(
            String.join(",", chain.subList(0, cut)),
            String.join(" , ", chain.subList(cut, chain.size())));
  }

  @Provide
  Arbitrary<String> entries() {
    return Arbitraries.oneOf(
        strangers(),
        proxies(),
        Arbitraries.strings().all().ofMaxLength(40),
        Arbitraries.just(PEER));
  }

  @Provide
  Arbitrary<String> strangers() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 255).map("203.0.113.%d"::formatted),
        Arbitraries.integers().between(0, 0xffff).map("2001:db8::%x"::formatted));
  }

  @Provide
  Arbitrary<String> proxies() {
    return Arbitraries.integers().between(0, 255).map("10.1.2.%d"::formatted);
  }

  private static IpAddress source(List<String> lines) {
    return ForwardedFor.source(address(PEER), lines, PROXIES::contains);
  }

  private static IpAddress address(String text) {
    return IpAddress.read(text).orElseThrow();
  }
}
