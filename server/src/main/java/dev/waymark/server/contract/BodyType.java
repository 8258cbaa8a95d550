package dev.waymark.server.contract;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Locale;
import java.util.Optional;

/** What a body says that it is, by its media type and its encoding. */
final class BodyType {
  private BodyType() {}

  /** Whether the operation reads such a body; one that takes none does not mind any. */
  static boolean isRead(Operation operation, HttpRequest<?> request) {
    Optional<String> given = request.getHeaders().findFirst(HttpHeaders.CONTENT_TYPE);
    boolean read = given.isEmpty() || isRead(operation, given.get());
    return !operation.takesBody() || (read && isPlain(request));
  }

  private static boolean isPlain(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
        .allMatch(encoding -> encoding.strip().equalsIgnoreCase("identity"));
  }

  private static boolean isRead(Operation operation, String given) {
    try {
      return operation.consumes().contains(MediaType.of(given).getName().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
