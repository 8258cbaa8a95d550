package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operation documents for a status. */
public record Response(Operation operation, int status, JsonNode node) {

  /**
   * One for each media type and example, in the document's order; none where there is no content.
   */
  public List<ResponseExample> examples() {
    return node.path("content").properties().stream().flatMap(this::examples).toList();
  }

  /** The names of the headers that are documented. */
  public List<String> headers() {
    return node.path("headers").properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The example of a header, whatever the header's capitals. */
  public Optional<JsonNode> headerExample(String name) {
    return node.path("headers").properties().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> operation.contract().resolve(header.getValue()).path("example"))
        .filter(example -> !example.isMissingNode())
        .findFirst();
  }

  @Override
  public String toString() {
    return operation + " " + status;
  }

  private Stream<ResponseExample> examples(Map.Entry<String, JsonNode> content) {
    Contract contract = operation.contract();
    Stream<ResponseExample> named =
        content.getValue().path("examples").properties().stream()
            .map(entry ->
                new ResponseExample(
                    this,
                    content.getKey(),
                    entry.getKey(),
                    contract.resolve(entry.getValue()).path("value")));
    Stream<ResponseExample> nameless =
        Stream.ofNullable(content.getValue().get("example"))
            .map(value -> new ResponseExample(this, content.getKey(), "", value));
    return Stream.concat(named, nameless);
  }
}
