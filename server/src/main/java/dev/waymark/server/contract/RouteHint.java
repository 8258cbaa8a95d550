package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from a path that leads nowhere what is probably wrong with it: most often the base URL. */
final class RouteHint {
  private static final Pattern DOUBLED = Pattern.compile("(/api)?/v1(/api)?/v1(/.*)?");
  private static final Pattern DOUBLED_API = Pattern.compile("/api/api(/.*)?");
  private static final Pattern VERSIONED = Pattern.compile("/api/v1(/.*)?");
  private static final Pattern OTHER_VERSION = Pattern.compile("/api/v\\d+(/.*)?");
  private static final String MISSPELT = "It is almost a path of this server.";
  private static final int MAX_PATH_LENGTH = 512;

  private RouteHint() {}

  /** {@code nearest} is the path that was probably meant. */
  static ApiError notFound(String path, Optional<String> nearest) {
    return Errors.routeNotFound(
            Shortened.of(path, MAX_PATH_LENGTH),
            nearest
                .filter(meant -> isUnversioned(meant) && !endsWithSlash(path))
                .map(_ -> MISSPELT)
                .orElseGet(() -> hint(path)),
            nearest.orElse(null))
        .error();
  }

  private static boolean isUnversioned(String path) {
    return !VERSIONED.matcher(path).matches();
  }

  private static boolean endsWithSlash(String path) {
    return path.endsWith("/") && path.length() > 1;
  }

  private static String hint(String path) {
    if (endsWithSlash(path)) {
      return "No path of this API ends with a slash.";
    }
    if (DOUBLED.matcher(path).matches() || DOUBLED_API.matcher(path).matches()) {
      return "The version prefix is there twice: does the base URL end in /v1?";
    }
    if (VERSIONED.matcher(path).matches()) {
      return "The version prefix is right, the rest is not: compare it with the API's paths.";
    }
    if (OTHER_VERSION.matcher(path).matches()) {
      return "The only version is v1.";
    }
    return "The version prefix is missing: does the base URL lack /api/v1?";
  }
}
