package dev.waymark.conformance.laws;

import static dev.waymark.conformance.laws.LyingServer.said;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.conformance.laws.LyingServer.Lie;
import java.net.URLDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to keep the contract that our server does not go. */
final class Others {
  private static final String BEGIN = "a/b+c=&|%20 ";
  private static final Pattern CURSOR = Pattern.compile("(?<=[?&]cursor=)[^&]*");
  private static final Pattern WEIGHT = Pattern.compile(",\"(?:weight|noise)\":(-?[\\d.]+)");
  private static final String SEED = "\"seed\":{";
  private static final String BOUNDED =
      "\"weight\":{\"type\":\"number\",\"minimum\":0.5,\"maximum\":1.5},"
          + "\"noise\":{\"type\":\"integer\",\"maximum\":9},";

  private Others() {}

  /**
   * As base64 has them, and more; and a link that a proxy adds before a next one without quotes.
   */
  static Lie cursorsOfAnyCharacter() {
    return (call, honest) -> {
      String target =
          CURSOR
              .matcher(call.target())
              .replaceAll(found ->
                  URLDecoder.decode(found.group(), UTF_8).startsWith(BEGIN)
                      ? URLDecoder.decode(found.group(), UTF_8).substring(BEGIN.length())
                      : "%21");
      Reply reply =
          honest
              .send(call.withTarget(target))
              .withText("\"next_cursor\":\"", "\"next_cursor\":\"" + BEGIN);
      String link = reply.header("link").replace("rel=\"next\"", "rel=next");
      return link.isEmpty() || reply.status() >= 400
          ? reply
          : reply.with("link", "</style.css>; rel=preload, " + link);
    };
  }

  /** A number from 0.5 to 1.5, and a whole one up to 9, of which nobody says where they begin. */
  static Lie moreParameters() {
    Lie shown = said(reply -> reply.withText(SEED, BOUNDED + SEED));
    return (call, honest) -> {
      String body = new String(call.body(), UTF_8);
      Matcher weight = WEIGHT.matcher(body);
      if (!weight.find()) {
        return shown.answer(call, honest);
      }
      double value = Double.parseDouble(weight.group(1));
      boolean isGood = weight.group().contains("noise") ? value <= 9 : value >= 0.5 && value <= 1.5;
      return honest.send(call.withBody(isGood ? weight.replaceFirst("") : "{\"model\":7}"));
    };
  }
}
