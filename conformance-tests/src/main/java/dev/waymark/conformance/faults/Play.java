package dev.waymark.conformance.faults;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A script that is played, and the timeline of what arrived. Knows nothing of how requests come and
 * of what time is. Safe for use by many threads.
 */
public final class Play {
  /** Where nobody listens. */
  private static final URI NOBODY = URI.create("http://localhost:9");

  private final Script script;
  private final boolean inRounds;
  private final URI elsewhere;
  private final List<Arrival> arrivals = new ArrayList<>();

  private Play(Script script, boolean inRounds, URI elsewhere) {
    this.script = script;
    this.inRounds = inRounds;
    this.elsewhere = elsewhere;
  }

  /** Ends with the last step for ever. */
  public static Play of(Script script) {
    return new Play(script, false, NOBODY);
  }

  /** The same, with answers that may lead to another server. */
  public static Play leadingTo(URI elsewhere, Script script) {
    return new Play(script, false, elsewhere);
  }

  /** After the last step it begins anew, as for a server that somebody plays with. */
  public static Play inRounds(Script script) {
    return new Play(script, true, NOBODY);
  }

  public Script script() {
    return script;
  }

  /** What the next attempt will meet. */
  public synchronized Step next() {
    int attempt = arrivals.size();
    return script.step(inRounds ? attempt % script.steps().size() : attempt);
  }

  /** An attempt has come; its number, from 0. */
  public synchronized int arrived(Call call, Instant at) {
    Step next = next();
    Step met =
        next instanceof Reply reply ? reply.to(call, at, requestId()).leadingTo(elsewhere) : next;
    arrivals.add(new Arrival(call, at, at, met));
    return arrivals.size() - 1;
  }

  /** Of the form that the server's have; the same when the same is played again. */
  private String requestId() {
    int name = Math.floorMod(script.name().hashCode(), 10_000);
    return "req_01KAM3Q9T5X8Y2ZB4C%04d%04d".formatted(name, arrivals.size() + 1);
  }

  public synchronized Arrival arrival(int number) {
    return arrivals.get(number);
  }

  /** What was to be done with an attempt is as good as done. */
  public synchronized Arrival over(int number, Instant ended) {
    Arrival open = arrivals.get(number);
    Arrival over = new Arrival(open.call(), open.at(), ended, open.met());
    arrivals.set(number, over);
    return over;
  }

  public synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }
}
