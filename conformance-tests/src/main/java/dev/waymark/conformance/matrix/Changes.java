package dev.waymark.conformance.matrix;

import dev.waymark.conformance.matrix.ErrorMatrix.Errors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has changed from one error matrix to another, and what that means to callers. */
public final class Changes {
  private Changes() {}

  /** Breaking ones first; none where both say the same. */
  public static List<Change> between(ErrorMatrix old, ErrorMatrix now) {
    List<Change> changes = new ArrayList<>();
    Map<String, Errors> before = byKey(old.operations(), Errors::call);
    Map<String, Errors> after = byKey(now.operations(), Errors::call);
    before.forEach((call, errors) -> {
      if (!after.containsKey(call)) {
        changes.add(Change.breaking(errors.operation(), "the operation " + call + " is removed"));
      }
    });
    after.forEach((call, errors) ->
        Optional.ofNullable(before.get(call))
            .ifPresentOrElse(
                known -> operation(changes, known, errors),
                () ->
                    changes.add(
                        Change.additive(
                            errors.operation(),
                            "a new operation with %d codes".formatted(errors.errors().size())))));
    changes.sort(Comparator.comparing(Change::weight));
    return List.copyOf(changes);
  }

  private static void operation(List<Change> changes, Errors old, Errors now) {
    String name = now.operation();
    if (!old.operation().equals(name)) {
      changes.add(Change.neutral(name, "was named " + old.operation()));
    }
    Map<String, Answer> before = byKey(old.errors(), Answer::code);
    Map<String, Answer> after = byKey(now.errors(), Answer::code);
    before.forEach((code, answer) -> {
      if (!after.containsKey(code)) {
        changes.add(Change.breaking(name, "the code %s is removed".formatted(code)));
      }
    });
    after.forEach((code, answer) ->
        Optional.ofNullable(before.get(code))
            .ifPresentOrElse(
                known -> answer(changes, name + " " + code, known, answer),
                () ->
                    changes.add(
                        Change.additive(
                            name,
                            "NEW CODE %s (%d, %s) on an operation that callers know"
                                .formatted(code, answer.status(), answer.strategy())))));
    boolean isReordered =
        before.keySet().equals(after.keySet())
            && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()));
    if (isReordered) {
      changes.add(Change.neutral(name, "the codes stand in another order"));
    }
  }

  private static void answer(List<Change> changes, String where, Answer old, Answer now) {
    if (old.status() != now.status()) {
      changes.add(
          Change.breaking(
              where, "the status was %d and is %d".formatted(old.status(), now.status())));
    }
    flipped(changes, where, "retry.strategy", old.strategy(), now.strategy());
    flipped(changes, where, "X-Should-Retry", old.shouldRetry(), now.shouldRetry());
    for (String header : old.headers()) {
      if (!now.headers().contains(header)) {
        changes.add(Change.breaking(where, header + " is no longer required"));
      }
    }
    for (String header : now.headers()) {
      if (!old.headers().contains(header)) {
        changes.add(Change.additive(where, header + " is newly required"));
      }
    }
    for (String shape : old.shapes()) {
      if (!now.shapes().contains(shape)) {
        changes.add(Change.breaking(where, "it no longer comes as " + shape));
      }
    }
    for (String shape : now.shapes()) {
      if (!old.shapes().contains(shape)) {
        changes.add(Change.additive(where, "it comes as " + shape + ", too"));
      }
    }
  }

  private static void flipped(
      List<Change> changes, String where, String what, String old, String now) {
    if (!old.equals(now)) {
      changes.add(Change.breaking(where, "%s was %s and is %s".formatted(what, old, now)));
    }
  }

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
    return all.stream()
        .collect(
            Collectors.toMap(key, Function.identity(), (first, _) -> first, LinkedHashMap::new));
  }
}
