package dev.waymark.server.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the path that was probably meant by one that leads nowhere: a slip of the pen, a version
 * prefix too many or too few, a slash at the end, another API's word for the same thing.
 *
 * <p>The answer has at most {@value #LONGEST} characters and repeats of the caller's path only ids,
 * and of these none that could be a key. A path that is like no route has no answer.
 */
final class NearestRoute {
  static final int LONGEST = 128;

  private static final int MOST_READ = 128;
  private static final int WRONG_METHOD = 2;
  private static final int SEGMENT_TOO_MANY = 2;
  private static final String PREFIX = "/api/v1";
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final Pattern PREFIXES =
      Pattern.compile(
          "^(?:/(?:apis?|v\\d{1,3}(?:\\.\\d{1,3})?))+(?=/|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ID = Pattern.compile("(?!wm_)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  // What other APIs call it.
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("/generations/generate", "/generate"),
          Map.entry("/images/generations", "/generate"),
          Map.entry("/images/generate", "/generate"),
          Map.entry("/predictions", "/generations"),
          Map.entry("/jobs", "/generations"),
          Map.entry("/tasks", "/generations"),
          Map.entry("/price", "/quotes"),
          Map.entry("/estimate", "/quotes"),
          Map.entry("/balance", "/account"),
          Map.entry("/credits", "/account"),
          Map.entry("/usage", "/account"),
          Map.entry("/me", "/account"),
          Map.entry("/api-keys", "/keys"),
          Map.entry("/tokens", "/keys"),
          Map.entry("/transactions", "/account/transactions"),
          Map.entry("/ledger", "/account/transactions"),
          Map.entry("/account/ledger", "/account/transactions"),
          Map.entry("/logs", "/requests"));

  private final List<Route> routes;

  private record Route(
      String text, List<String> segments, PathLikeness likeness, int most, Set<String> methods) {}

  private record Match(Route route, String path, int distance) {}

  NearestRoute(List<Operation> operations) {
    Map<String, Set<String>> methods =
        operations.stream()
            .collect(
                Collectors.groupingBy(
                    Operation::route,
                    LinkedHashMap::new,
                    Collectors.mapping(Operation::method, Collectors.toSet())));
    routes =
        methods.entrySet().stream().map(route -> route(route.getKey(), route.getValue())).toList();
  }

  private static Route route(String text, Set<String> methods) {
    String own = OperationReader.PLACEHOLDER.matcher(text.replaceFirst(PREFIX, "")).replaceAll("");
    return new Route(
        text, segments(text), PathLikeness.of(text), Math.max(1, own.length() / 3), methods);
  }

  Optional<String> of(String method, String path) {
    if (path.length() > MOST_READ) {
      return Optional.empty();
    }
    String wanted = method.equals("HEAD") ? "GET" : method;
    return readings(path)
        .flatMap(reading -> routes.stream().flatMap(route -> match(route, reading)))
        .min(
            Comparator.comparingInt((Match match) ->
                    match.distance + (match.route.methods.contains(wanted) ? 0 : WRONG_METHOD))
                .thenComparing(match -> !match.route.methods.contains(wanted)))
        .map(NearestRoute::filled);
  }

  private static Stream<Match> match(Route route, String reading) {
    String path = lower(reading);
    int last = path.lastIndexOf('/');
    boolean oneSegmentTooMany =
        last > 0
            && !route.likeness.isFarther(path.substring(0, last), 0)
            && route.likeness.distance(path.substring(0, last)) == 0;
    if (oneSegmentTooMany && SEGMENT_TOO_MANY <= route.most) {
      return Stream.of(new Match(route, reading, SEGMENT_TOO_MANY));
    }
    if (route.likeness.isFarther(path, route.most)) {
      return Stream.empty();
    }
    int distance = route.likeness.distance(path);
    return distance <= route.most ? Stream.of(new Match(route, reading, distance)) : Stream.empty();
  }

  /** What the path may have meant to be, without slashes too many. */
  private static Stream<String> readings(String path) {
    String plain = SLASHES.matcher("/" + path).replaceAll("/").replaceFirst("/$", "");
    String own = PREFIXES.matcher(plain).replaceFirst("");
    return Stream.of(
            Stream.of(plain, own, PREFIX + own),
            SYNONYMS.entrySet().stream()
                .filter(synonym -> begins(lower(own), synonym.getKey()))
                .map(synonym ->
                    PREFIX + synonym.getValue() + own.substring(synonym.getKey().length())))
        .flatMap(reading -> reading)
        .distinct();
  }

  private static boolean begins(String path, String segments) {
    return path.equals(segments) || path.startsWith(segments + "/");
  }

  // The caller's own ids where they stand at the right place, so that the path can be used as it
  // is.
  private static String filled(Match match) {
    List<String> given = segments(match.path);
    List<String> wanted = match.route.segments;
    StringBuilder path = new StringBuilder();
    for (int index = 0; index < wanted.size(); index++) {
      String segment = wanted.get(index);
      boolean isId =
          segment.startsWith("{")
              && given.size() >= wanted.size()
              && ID.matcher(given.get(index)).matches();
      path.append('/').append(isId ? given.get(index) : segment);
    }
    return path.length() <= LONGEST ? path.toString() : match.route.text;
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
