package dev.waymark.conformance.judging;

import dev.waymark.conformance.faults.Call;
import dev.waymark.conformance.faults.Play;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Script;
import java.net.URI;
import java.util.List;

/** Another server, under another host's name, that a client's key is not for. */
public final class Elsewhere {
  private Elsewhere() {}

  /** It has nothing for anybody. */
  public static Play play() {
    return Play.of(
        Script.of(
            "elsewhere",
            "404 as a page, of another server",
            Reply.of(404, Cast.PAGE).with("Content-Type", "text/html")));
  }

  /** The address of the same machine, under a name that is another host to any client. */
  public static URI named(URI url) {
    return URI.create("http://localhost:" + url.getPort());
  }

  /** Nothing where no answer of the call led there. */
  static List<Look> looks(Heard heard) {
    boolean isLed =
        heard.arrivals().stream()
            .anyMatch(arrival ->
                arrival.met() instanceof Reply reply
                    && reply.status() / 100 == 3
                    && reply.header("Location").isPresent());
    if (!isLed) {
      return List.of();
    }
    boolean isShown =
        heard.elsewhere().stream()
            .anyMatch(arrival -> shows(arrival.call(), heard.order().key().value()));
    return List.of(
        Look.of(
            "READ-08",
            !isShown,
            heard.elsewhere().isEmpty() ? "it was not followed" : "followed without the key",
            "the answer led to another host, and the key was sent there"));
  }

  private static boolean shows(Call call, String key) {
    return call.target().contains(key)
        || call.body().contains(key)
        || call.headers().values().stream().anyMatch(value -> value.contains(key));
  }
}
