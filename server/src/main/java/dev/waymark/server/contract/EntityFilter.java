package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses a body that says it is too large, or that it is something unreadable, before anything is
 * spent on the call.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EntityFilter implements Ordered {
  private final Calls calls;
  private final BodyLimit limit;

  EntityFilter(Calls calls, BodyLimit limit) {
    this.calls = calls;
    this.limit = limit;
  }

  @Override
  public int getOrder() {
    return FilterOrder.ENTITY;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    calls.reached(request).ifPresent(operation -> check(operation, request));
  }

  private void check(Operation operation, HttpRequest<?> request) {
    checkSize(operation, request);
    checkMediaType(operation, request);
  }

  // A body in chunks says nothing of its size beforehand: it is read to find out.
  private void checkSize(Operation operation, HttpRequest<?> request) {
    boolean chunked = request.getContentLength() < 0 && operation.takesBody();
    long size = chunked ? RequestBody.of(request).length : request.getContentLength();
    if (limit.isExceededBy(size)) {
      throw new ApiException(limit.exceeded());
    }
  }

  // The framework has compared what it could read as a media type; what it could not, it has let
  // through.
  private static void checkMediaType(Operation operation, HttpRequest<?> request) {
    Optional<String> given = request.getHeaders().findFirst(HttpHeaders.CONTENT_TYPE);
    boolean read = given.isEmpty() || isRead(operation, given.get());
    if (operation.takesBody() && !(read && isPlain(request))) {
      throw Errors.unsupportedMediaType(operation.consumes());
    }
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
