package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** A server behind proxies that its operator has declared: loopback, 10.0.0.0/8 and fd00::/8. */
final class ProxiesTest {
  private static final Map<String, Object> PROXIES =
      Map.of(
          "waymark.proxies.trusted",
          List.of("127.0.0.1", "10.0.0.0/8", "fd00::/8"),
          "waymark.workers.threads",
          1);
  private static final List<String> TRUSTED = List.of("10.1.2.3", "10.255.0.1", "fd00::7");
  private static final List<String> STRANGERS =
      List.of("203.0.113.7", "198.51.100.1", "2001:db8::1", "192.0.2.200");
  private static final String NOWHERE = "240.0.0.1";

  /** One for all tries, closed after the last. */
  private record Server(Subject subject, Tenant tenant) implements Store.CloseOnReset {
    static Server start() {
      Subject subject = Subject.start(PROXIES);
      Tenant tenant = subject.tenant("wide");
      tenant.update(
          "UPDATE api_key SET allowed_ips = ARRAY[CAST(:value AS text)] WHERE account_id = :account",
          NOWHERE);
      return new Server(subject, tenant);
    }

    @Override
    public void close() {
      subject.close();
    }
  }

  private final Server server =
      Store.getOrCreate(ProxiesTest.class, Lifespan.RUN, Server::start).get();

  @Property(tries = 120)
  @Rule("KEY-08")
  void the_source_is_the_last_address_that_is_no_proxys_whatever_stands_left_of_it(
      @ForAll("lists") List<String> spoofed,
      @ForAll("strangers") String source,
      @ForAll("proxies") List<String> proxies,
      @ForAll int cut) {
    List<String> all = new ArrayList<>(spoofed);
    all.add(source);
    all.addAll(proxies);

    assertThat(seen(all, cut)).isEqualTo(source);
  }

  @Property(tries = 40)
  @Rule("KEY-08")
  void a_list_of_proxies_only_ends_at_the_first_of_them(
      @ForAll("someProxies") List<String> proxies, @ForAll int cut) {
    assertThat(seen(proxies, cut)).isEqualTo(proxies.getFirst());
  }

  @Property(tries = 60)
  @Rule("KEY-08")
  void what_is_no_address_ends_the_list_and_the_proxy_that_said_it_is_the_source(
      @ForAll("lists") List<String> spoofed,
      @ForAll("garbage") String garbage,
      @ForAll("someProxies") List<String> proxies,
      @ForAll int cut) {
    List<String> all = new ArrayList<>(spoofed);
    all.add(garbage);
    all.addAll(proxies);

    assertThat(seen(all, cut)).isEqualTo(proxies.getFirst());
  }

  @Example
  @Rule("KEY-08")
  void without_a_list_the_connection_itself_is_the_source() {
    assertThat(seen(List.of(), 0)).isEqualTo("127.0.0.1");
  }

  @Example
  @Rule({"KEY-08", "KEY-07"})
  void ports_are_understood_and_an_ipv4_in_ipv6_is_the_ipv4() {
    assertThat(seen(List.of("203.0.113.7:55123"), 0)).isEqualTo("203.0.113.7");
    assertThat(seen(List.of("[2001:db8::1]:443"), 0)).isEqualTo("2001:db8::1");
    assertThat(seen(List.of("::ffff:203.0.113.7"), 0)).isEqualTo("203.0.113.7");
  }

  @Example
  @Rule({"KEY-08", "KEY-07"})
  void a_key_is_admitted_by_the_address_behind_the_proxies() {
    Tenant tenant = server.subject().tenant();
    Tenant key =
        tenant.makeKey(
            "{\"name\":\"behind\",\"allowed_ips\":[\"203.0.113.0/24\",\"2001:db8::/64\"]}");
    Request account = Request.get("/api/v1/account");

    assertThat(key.send(account.with("X-Forwarded-For", "203.0.113.9")).status()).isEqualTo(200);
    assertThat(key.send(account.with("X-Forwarded-For", "2001:db8::9, 10.0.0.1")).status())
        .isEqualTo(200);
    assertThat(key.send(account.with("X-Forwarded-For", "203.0.113.9, 198.51.100.1")).code())
        .isEqualTo("IP_NOT_ALLOWED");
  }

  /**
   * The source address that the server names when it refuses; the list stands in one line or two.
   */
  private String seen(List<String> list, int cut) {
    server.subject().emptyWindows();
    Request request = Request.get("/api/v1/account");
    if (!list.isEmpty()) {
      int first = Math.floorMod(cut, list.size());
      if (first > 0) {
        request = request.with("X-Forwarded-For", String.join(", ", list.subList(0, first)));
      }
      request = request.with("X-Forwarded-For", String.join(",", list.subList(first, list.size())));
    }
    Exchange refused = server.tenant().send(request);
    assertThat(refused.code()).as("%s", refused).isEqualTo("IP_NOT_ALLOWED");
    return refused.json().path("ip").asText();
  }

  @Provide
  Arbitrary<String> strangers() {
    return Arbitraries.of(STRANGERS);
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.of("unknown", "_hidden", "1.2.3", "localhost", "-", "1.2.3.4.5", "::g");
  }

  @Provide
  Arbitrary<List<String>> proxies() {
    return Arbitraries.of(TRUSTED).list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> someProxies() {
    return Arbitraries.of(TRUSTED).list().ofMinSize(1).ofMaxSize(3);
  }

  /** What a caller can have made up. */
  @Provide
  Arbitrary<List<String>> lists() {
    Arbitrary<String> any =
        Arbitraries.oneOf(
            Arbitraries.of(STRANGERS), Arbitraries.of(TRUSTED), garbage(), Arbitraries.of(NOWHERE));
    return Combinators.combine(any.list().ofMaxSize(3), any.list().ofMaxSize(3))
        .as((one, other) -> {
          List<String> both = new ArrayList<>(one);
          both.addAll(other);
          return both;
        });
  }
}
