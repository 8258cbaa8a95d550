package dev.waymark.conformance.faults;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows which script is played at which path. */
final class Stagehand {
  private static final String TIMELINE = "/timeline";

  private final Map<String, Play> plays;
  private final Optional<Play> everywhere;

  private Stagehand(Map<String, Play> plays, Optional<Play> everywhere) {
    this.plays = plays;
    this.everywhere = everywhere;
  }

  static Stagehand of(Play everywhere) {
    return new Stagehand(Map.of(), Optional.of(everywhere));
  }

  static Stagehand of(List<Script> scripts) {
    Map<String, Play> plays = new LinkedHashMap<>();
    scripts.forEach(script -> plays.put(script.name(), Play.inRounds(script)));
    return new Stagehand(plays, Optional.empty());
  }

  /**
   * The play that a connection meets before anything is read; only where one play is everywhere can
   * that be known.
   */
  Optional<Play> ofUnread() {
    return everywhere.filter(play -> play.next() == Silence.RESET_BEFORE_READING);
  }

  /** Nothing where the target is a page about the scripts. */
  Optional<Play> of(String target) {
    return target.endsWith(TIMELINE)
        ? everywhere
        : everywhere.or(() -> Optional.ofNullable(plays.get(name(target))));
  }

  /** With the target as it would be without the script's name before it. */
  Call withinItsScript(Call call) {
    return everywhere.isPresent()
        ? call
        : new Call(
            call.method(),
            call.target().substring(name(call.target()).length() + 1),
            call.headers(),
            call.body());
  }

  /** What there is, or what has arrived at one of them. */
  Reply page(String target) {
    Play play = plays.get(name(target));
    if (play == null) {
      return text(target.equals("/") ? 200 : 404, list());
    }
    List<Arrival> arrivals = play.arrivals();
    Instant zero = arrivals.isEmpty() ? Instant.EPOCH : arrivals.getFirst().at();
    return text(
        200, arrivals.stream().map(one -> one.shown(zero) + "\n").collect(Collectors.joining()));
  }

  private String list() {
    return plays.values().stream()
        .map(Play::script)
        .map(script -> "/%-40s %s%n".formatted(script.name(), script.about()))
        .collect(Collectors.joining());
  }

  private static Reply text(int status, String text) {
    return Reply.of(status, text).with("Content-Type", "text/plain; charset=utf-8");
  }

  private static String name(String target) {
    return target.replaceFirst("^/", "").replaceFirst("[/?].*$", "");
  }
}
