package dev.waymark.conformance.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers that are unlike ours, and keep the contract all the same. */
public final class Variants {
  private static final Pattern LIMIT = Pattern.compile("[?&]limit=(\\d{1,3})(?:&|$)");
  private static final long SLOWER_NANOS = 50_000_000;

  private Variants() {}

  /** Each of them must be found to keep the contract. */
  public static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "other-texts",
            "Errors say what they say in other words.",
            (asked, answer) ->
                answer.isError() ? Errors.edit(asked, answer, Variants::inOtherWords) : answer),
        Mutant.of(
            "more-headers",
            "Answers have headers of which the contract knows nothing.",
            (_, answer) -> answer.with("X-Region", "eu-central").with("X-Cache", "MISS")),
        ofJson(
            "more-fields", "Bodies have a field more.", body -> body.put("region", "eu-central")),
        Mutant.of(
            "more-codes-in-the-catalogue",
            "The catalogue has a code that is to come.",
            (asked, answer) ->
                Calls.is(asked, "listErrors") && answer.status() == 200
                    ? answer.withJson(page -> withFutureRow(page, length(asked)))
                    : answer),
        Mutant.remembering("slower", "Every eighth answer takes 50 ms more.", Variants::slower),
        Mutant.of(
            "other-capitals",
            "Names of headers are in small letters, and in another order.",
            (_, answer) -> inOtherCapitals(answer)),
        Mutant.of(
            "in-chunks",
            "Bodies come in chunks, without their lengths.",
            (asked, answer) ->
                answer.body().length > 0
                    ? answer.without("Content-Length").with("Transfer-Encoding", "chunked")
                    : answer),
        Mutant.of(
            "indented",
            "JSON is laid out for people.",
            (_, answer) ->
                answer
                    .json()
                    .map(body -> answer.withBody(body.toPrettyString().getBytes(UTF_8)))
                    .orElse(answer)),
        Mutant.of(
            "slashes-escaped",
            "JSON has its slashes escaped.",
            (_, answer) ->
                answer
                    .json()
                    .map(body ->
                        answer.withBody(body.toString().replace("/", "\\/").getBytes(UTF_8)))
                    .orElse(answer)),
        Mutant.of(
            "behind-a-proxy",
            "Answers have the headers of a proxy on the way.",
            (_, answer) ->
                answer
                    .with("Via", "1.1 edge")
                    .with("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
                    .with("Age", "0")),
        ofJson("other-order", "The members of objects stand in another order.", Variants::reversed),
        Mutant.of(
            "with-charset",
            "JSON says that it is UTF-8.",
            (_, answer) ->
                answer.mediaType().endsWith("json")
                    ? answer.with("Content-Type", answer.mediaType() + "; charset=utf-8")
                    : answer),
        Mutant.of(
            "one-answer-a-connection",
            "Every answer is the last one of its connection.",
            (_, answer) -> answer.with("Connection", "close")),
        Mutant.of(
            "other-phrases",
            "Statuses have another phrase.",
            (_, answer) ->
                new Answer(answer.status(), "As Promised", answer.headers(), answer.body())),
        Mutant.of(
            "patient-overload",
            "OVERLOADED asks to wait a second more.",
            (asked, answer) ->
                Errors.has(answer, "OVERLOADED")
                    ? Errors.withWait(asked, answer, millis -> millis + 1000)
                    : answer));
  }

  private static Mutant ofJson(String name, String does, UnaryOperator<ObjectNode> change) {
    return Mutant.of(name, does, (_, answer) -> answer.withJson(change));
  }

  private static ObjectNode inOtherWords(ObjectNode error) {
    return error.put("message", "This did not work.").put("next", "See the page on this error.");
  }

  /** How many entries were asked for at most. */
  private static int length(Request asked) {
    Matcher limit = LIMIT.matcher(asked.target());
    return limit.find() ? Integer.parseInt(limit.group(1)) : 20;
  }

  /** On a page that has room for it. */
  private static ObjectNode withFutureRow(ObjectNode page, int length) {
    page.path("data")
        .valueStream()
        .filter(_ -> page.path("data").size() < length)
        .filter(row -> row.path("error").asText().equals("OVERLOADED"))
        .findFirst()
        .map(row -> ((ObjectNode) row.deepCopy()).put("error", "REGION_CLOSED"))
        .map(row ->
            row.put(
                "docs_url", row.path("docs_url").asText().replace("OVERLOADED", "REGION_CLOSED")))
        .ifPresent(row -> page.withArray("data").add(row));
    return page;
  }

  private static Filter slower() {
    AtomicInteger answers = new AtomicInteger();
    return new Filter() {
      @Override
      public Answer answer(Request asked, Answer answer, Behind behind) {
        if (answers.incrementAndGet() % 8 == 0) {
          LockSupport.parkNanos(SLOWER_NANOS);
        }
        return answer;
      }
    };
  }

  private static Answer inOtherCapitals(Answer answer) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    answer
        .headers()
        .forEach(header ->
            headers.add(Map.entry(header.getKey().toLowerCase(Locale.ROOT), header.getValue())));
    Collections.reverse(headers);
    return answer.withHeaders(headers);
  }

  private static ObjectNode reversed(ObjectNode node) {
    ObjectNode reversed = node.objectNode();
    node.properties().stream()
        .toList()
        .reversed()
        .forEach(member ->
            reversed.set(
                member.getKey(),
                member.getValue() instanceof ObjectNode inner
                    ? reversed(inner)
                    : member.getValue()));
    return reversed;
  }
}
