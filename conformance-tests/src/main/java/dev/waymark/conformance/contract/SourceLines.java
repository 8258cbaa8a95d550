package dev.waymark.conformance.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** In which line of a YAML document something stands. */
public final class SourceLines {
  private final Node root;

  private SourceLines(Node root) {
    this.root = root;
  }

  /** Those of a document that this kit was built with. */
  public static SourceLines ofResource(String name) {
    try (InputStream in = SourceLines.class.getResourceAsStream(name)) {
      return new SourceLines(
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .compose(
                  new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * From 1.
   *
   * @param path names of fields; {@code field=value} is the item of a list whose field has this
   *     value
   */
  public Optional<Integer> of(List<String> path) {
    Node at = root;
    int line = 1;
    for (String step : path) {
      Optional<NodeTuple> next = step(at, step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get().getValueNode();
      line = next.get().getKeyNode().getStartMark().getLine() + 1;
    }
    return Optional.of(line);
  }

  private static Optional<NodeTuple> step(Node at, String step) {
    if (at instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(field -> text(field.getKeyNode()).equals(step))
          .findFirst();
    }
    if (at instanceof SequenceNode list) {
      String[] wanted = step.split("=", 2);
      return list.getValue().stream()
          .filter(item ->
              step(item, wanted[0])
                  .filter(field -> text(field.getValueNode()).equals(wanted[wanted.length - 1]))
                  .isPresent())
          .findFirst()
          .map(item -> new NodeTuple(item, item));
    }
    return Optional.empty();
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
