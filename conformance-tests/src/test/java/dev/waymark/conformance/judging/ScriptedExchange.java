package dev.waymark.conformance.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.Exchange;
import dev.waymark.conformance.faults.Call;
import dev.waymark.conformance.faults.Play;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Silence;
import dev.waymark.conformance.faults.Step;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stands where the network would be, and does what a script says. */
final class ScriptedExchange implements Exchange {
  private static final byte[] NOTHING = {};

  private final Play play;
  private final Play elsewhere;
  private final VirtualTime time;
  private final Variation variation;
  private int attempts;

  ScriptedExchange(Play play, Play elsewhere, VirtualTime time, Variation variation) {
    this.play = play;
    this.elsewhere = elsewhere;
    this.time = time;
    this.variation = variation;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request, Duration left)
      throws IOException, InterruptedException {
    HttpRequest sent = variation.sent(request, ++attempts);
    Duration own = request.timeout().orElse(left);
    Duration limit = own.compareTo(left) < 0 ? own : left;
    boolean isRead = play.next() != Silence.RESET_BEFORE_READING;
    int number = play.arrived(isRead ? call(sent) : Call.UNREAD, time.now());
    Step met = play.over(number, time.now()).met();
    if (met instanceof Reply reply && reply.status() / 100 == 3 && variation.follows()) {
      met = elsewhere.over(elsewhere.arrived(call(sent), time.now()), time.now()).met();
    }
    return met instanceof Reply reply ? answer(reply, limit) : nothing((Silence) met, limit);
  }

  private Answer<byte[]> answer(Reply reply, Duration limit)
      throws IOException, InterruptedException {
    byte[] come = reply.coming();
    if (reply.manner() == Reply.Manner.DRIPS) {
      Duration all = Reply.DRIP.multipliedBy(come.length);
      if (all.compareTo(limit) >= 0) {
        time.pass(limit);
        return variation.broken(new HttpTimeoutException("request timed out"), NOTHING);
      }
      time.pass(all);
    }
    if (reply.manner() == Reply.Manner.AFTER_A_HINT && variation.takesInterim()) {
      return new Answer<>(103, HttpHeaders.of(Map.of(), (_, _) -> true), NOTHING);
    }
    if (reply.succeeds() && reply.manner() == Reply.Manner.CUT) {
      return variation.broken(new IOException("fewer bytes came than were said"), come);
    }
    Map<String, List<String>> headers = new HashMap<>();
    reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return variation.got(
        new Answer<>(reply.status(), HttpHeaders.of(headers, (_, _) -> true), come));
  }

  private Answer<byte[]> nothing(Silence silence, Duration limit)
      throws IOException, InterruptedException {
    IOException failure =
        switch (silence) {
          case RESET_BEFORE_READING, RESET_AFTER_READING -> new IOException("Connection reset");
          case CLOSED_AFTER_READING -> new IOException("HTTP/1.1 header parser received no bytes");
          case NOTHING_COMES -> new HttpTimeoutException("request timed out");
        };
    if (silence == Silence.NOTHING_COMES) {
      time.pass(limit);
    }
    return variation.broken(failure, NOTHING);
  }

  private static Call call(HttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getLast()));
    return new Call(
        request.method(),
        request.uri().getRawPath(),
        headers,
        request.bodyPublisher().map(body -> new String(Written.bytes(body), UTF_8)).orElse(""));
  }
}
