package dev.waymark.server.errors;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Shortened;
import dev.waymark.server.words.Nearest;
import java.util.Arrays;
import java.util.List;

/** Finds the codes of the catalogue by what callers write. */
public final class ErrorCodes {
  private static final List<String> NAMES =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();
  private static final int MAX_SHOWN = 64;

  private ErrorCodes() {}

  /** The code of exactly that name, or {@code ERROR_NOT_FOUND} with the one that it resembles. */
  public static ErrorCode named(String name) {
    return ErrorCode.byName(name)
        .orElseThrow(() ->
            Errors.errorNotFound(
                Shortened.of(name, MAX_SHOWN), Nearest.similarTo(name, NAMES).orElse(null)));
  }
}
