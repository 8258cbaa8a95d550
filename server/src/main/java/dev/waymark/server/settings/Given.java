package dev.waymark.server.settings;

/**
 * A value as it was given, under the name it was given by, such as {@code --port} or a variable's.
 */
record Given(String key, Object value, String origin) {}
