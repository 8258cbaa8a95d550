package dev.waymark.server.contract;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names every fault of a request in one {@code INVALID_PARAMS}. */
public final class InvalidParameters {
  private static final int MOST_FAULTS = 100;
  private static final int MAX_FIELDS = 10;
  private static final int MAX_FIELD_LENGTH = 64;

  private InvalidParameters() {}

  /** Refuses a body; the list is not empty. */
  public static ApiException inBody(List<Fault> faults) {
    return refusal("body", faults);
  }

  /** Refuses a body that has any faults, naming each once and not too many. */
  public static void refuseBodyWith(Collection<Fault> faults) {
    if (!faults.isEmpty()) {
      throw inBody(faults.stream().distinct().sorted().limit(MOST_FAULTS).toList());
    }
  }

  /** Refuses a query; the list is not empty. */
  public static ApiException inQuery(List<Fault> faults) {
    return refusal("query", faults);
  }

  private static ApiException refusal(String in, List<Fault> faults) {
    Fault first = faults.getFirst();
    return Errors.invalidParams(
        field(in, first),
        first.reason(),
        fields(in, faults),
        faults.stream().map(fault -> entry(in, fault)).toList());
  }

  private static List<String> fields(String in, List<Fault> faults) {
    return faults.stream()
        .map(fault -> Shortened.of(field(in, fault), MAX_FIELD_LENGTH))
        .distinct()
        .limit(MAX_FIELDS)
        .toList();
  }

  private static Map<String, String> entry(String in, Fault fault) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("in", in);
    entry.put("field", field(in, fault));
    entry.put("reason", fault.reason());
    return entry;
  }

  // The body as a whole has no name of its own.
  private static String field(String in, Fault fault) {
    return fault.field().isEmpty() ? in : fault.field();
  }
}
