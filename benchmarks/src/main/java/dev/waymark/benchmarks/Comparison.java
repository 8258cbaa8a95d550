package dev.waymark.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each of some servers has shown, by name and in their order. */
record Comparison(Map<String, Rounded> servers) {

  static Comparison of(Map<String, List<Round>> rounds) {
    Map<String, Rounded> servers = new LinkedHashMap<>();
    rounds.forEach((name, all) -> servers.put(name, new Rounded(all)));
    return new Comparison(servers);
  }

  Rounded of(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(name + " was not measured"));
  }

  Optional<Rounded> find(String name) {
    return Optional.ofNullable(servers.get(name));
  }

  /** How many calls one takes for each of the other's. */
  double ratio(String one, String other) {
    return of(one).perSecond() / of(other).perSecond();
  }
}
