package dev.waymark.conformance.laws.means;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of an account, read page by page.
 *
 * @param path of the list
 * @param length of a page
 */
public record Pages(Account account, String path, int length) {
  private static final int MOST = 60;

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
      String cursor = Read.json(answer).path("next_cursor").asText();
      Breach.unlessSame(
          "LIST-02",
          "whether Link names a next page",
          !cursor.isEmpty(),
          answer.header("Link").orElse("").contains("rel=\"next\""),
          answer);
      if (cursor.isEmpty()) {
        return seen;
      }
      if (page == 0) {
        meanwhile.run();
      }
      target = first + "&cursor=" + cursor;
    }
    return seen;
  }

  private List<JsonNode> entries(Exchange answer) {
    List<JsonNode> entries = Read.data(answer);
    Breach.unless(entries.size() <= length, "LIST-01", "a page holds more than limit", answer);
    return entries;
  }
}
