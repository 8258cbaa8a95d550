package dev.waymark.server.settings;

/** A variable's or an option's value is meant literally, though the framework would expand it. */
final class Placeholders {
  /** A property whose value is a dollar sign: the framework has no other way to write one. */
  static final String DOLLAR = "micronaut.waymark-dollar";

  private Placeholders() {}

  static String escaped(String value) {
    return value.replace("${", "${" + DOLLAR + ":$}{");
  }
}
