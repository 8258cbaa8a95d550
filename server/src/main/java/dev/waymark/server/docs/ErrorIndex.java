package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.server.contract.ExampleAnswer;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page that leads to all others: the codes by status. */
final class ErrorIndex {
  private static final int AFTER_ALL_STATUSES = 1000;

  private ErrorIndex() {}

  static Html of(List<ExampleAnswer> errors) {
    Map<Integer, List<ExampleAnswer>> byStatus =
        errors.stream()
            .collect(
                Collectors.groupingBy(
                    error -> place(error.error().code()), TreeMap::new, Collectors.toList()));
    return Html.of(
        """
        <h1>Errors</h1>
        <p class="title">Every error says what to do next. This is where it is said at length.</p>
        {}\
        """,
        Html.join(
            byStatus.entrySet().stream().map(group -> group(group.getKey(), group.getValue()))));
  }

  private static int place(ErrorCode code) {
    return code.jobOnly() ? AFTER_ALL_STATUSES : code.status();
  }

  private static Html group(int status, List<ExampleAnswer> errors) {
    return Html.of(
        """
        <h2 id="{}">{}</h2>
        <ul class="codes">
        {}
        </ul>\
        """,
        status == AFTER_ALL_STATUSES ? "generations" : String.valueOf(status),
        status == AFTER_ALL_STATUSES
            ? "On a generation that has ended"
            : status + " " + HttpStatus.valueOf(status).getReason(),
        Html.join(errors.stream().map(ErrorIndex::entry)));
  }

  private static Html entry(ExampleAnswer error) {
    ErrorCode code = error.error().code();
    return Html.of(
        "<li><a href=\"/docs/errors/{}\"><code>{}</code></a> {}<p>{}</p></li>",
        code,
        code,
        code.title(),
        error.error().next());
  }
}
