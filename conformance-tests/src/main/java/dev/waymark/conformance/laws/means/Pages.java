package dev.waymark.conformance.laws.means;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.wire.Exchange;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A list of an account, read page by page.
 *
 * @param path of the list
 * @param length of a page
 */
public record Pages(Account account, String path, int length) {
  private static final int MOST = 60;

  /** With quotes or without (RFC 8288). */
  private static final Pattern NEXT = Pattern.compile("(?i);\\s*rel=\"?next\"?\\s*(?=[;,]|$)");

  /**
   * The entries of all pages; of a list that does not end, those of many.
   *
   * @throws Breach of LIST-01 if a page is too long, of LIST-02 if body and header do not agree on
   *     whether there is a next one
   */
  public List<JsonNode> read() {
    return read(() -> {});
  }

  /** The same, where something happens after the first page. */
  public List<JsonNode> read(Runnable meanwhile) {
    String first = "%s?limit=%d".formatted(path, length);
    List<JsonNode> seen = new ArrayList<>();
    String target = first;
    for (int page = 0; page < MOST; page++) {
      Exchange answer = Read.expect(200, account.get(target));
      seen.addAll(entries(answer));
      String next = next(answer);
      Breach.unlessSame(
          "LIST-02",
          "whether Link names a next page",
          !next.isEmpty(),
          answer.headers().allValues("Link").stream().anyMatch(line -> NEXT.matcher(line).find()),
          answer);
      if (next.isEmpty()) {
        return seen;
      }
      if (page == 0) {
        meanwhile.run();
      }
      target = first + next;
    }
    return seen;
  }

  /** What is added to a query for the page after this one; empty after the last. */
  public static String next(Exchange answer) {
    String cursor = Read.json(answer).path("next_cursor").asText();
    // It is any text, and a plus is a space to some.
    return cursor.isEmpty()
        ? ""
        : "&cursor=" + URLEncoder.encode(cursor, UTF_8).replace("+", "%20");
  }

  private List<JsonNode> entries(Exchange answer) {
    List<JsonNode> entries = Read.data(answer);
    Breach.unless(entries.size() <= length, "LIST-01", "a page holds more than limit", answer);
    return entries;
  }
}
