package dev.waymark.conformance.suite;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Things by their names, each made for the first that asks. Safe for use by many threads. */
final class Shelf {
  private final Map<String, Shared<?>> things = new ConcurrentHashMap<>();

  @SuppressWarnings("unchecked") // Who asks by one name asks for one type.
  <T> T of(String name, Supplier<T> maker) {
    return (T) things.computeIfAbsent(name, _ -> new Shared<>(maker)).get();
  }
}
