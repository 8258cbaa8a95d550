package dev.waymark.server.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML file that configures the server; its name is what an operator knows it by. Whatever is
 * wrong with one ends in a {@link ConfigurationFault} of one line.
 */
public record YamlFile(String name, JsonNode content) {
  private static final int MOST_BYTES = 1_048_576;
  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public static YamlFile at(Path path) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new ConfigurationFault(path + ": must have at most " + MOST_BYTES + " bytes");
      }
      return parse(path.toString(), Files.readString(path));
    } catch (NoSuchFileException e) {
      throw new ConfigurationFault(path + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new ConfigurationFault(path + ": must be UTF-8 text", e);
    } catch (IOException e) {
      throw new ConfigurationFault(
          path + ": cannot be read; check what it is and who may read it", e);
    }
  }

  /** One that is built in; it stands beside the program's other resources. */
  public static YamlFile builtIn(String resource) {
    try (InputStream stream = YamlFile.class.getResourceAsStream("/" + resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing from the class path: " + resource);
      }
      return parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ConfigurationFault(resource + ": cannot be read from the program", e);
    }
  }

  public static YamlFile parse(String name, String text) {
    try {
      JsonNode content = YAML.readTree(text);
      return new YamlFile(
          name, content.isMissingNode() ? NullNode.getInstance() : PlainNumbers.in(content));
    } catch (JsonProcessingException e) {
      throw new ConfigurationFault(name + ": " + problem(e), e);
    }
  }

  /** The schema of a kind of file, from the program's resources. */
  public static JsonSchema schema(String resource) {
    return JsonSchema.of(builtIn(resource).content());
  }

  /** Ends in a fault if there is one. */
  public void refuseIfAny(List<Fault> faults) {
    if (!faults.isEmpty()) {
      Fault first = faults.getFirst();
      String more = faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1);
      String field = first.field().isEmpty() ? "" : first.field() + ": ";
      throw new ConfigurationFault(name + ": " + field + first.reason() + more);
    }
  }

  private static String problem(JsonProcessingException e) {
    return e.getCause() instanceof MarkedYAMLException marked
        ? problem(marked.getProblemMark().getLine() + 1, marked.getProblem())
        : problem(line(e), e.getOriginalMessage());
  }

  /** Limits of the parser are broken nowhere in particular. */
  private static int line(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation()).map(JsonLocation::getLineNr).orElse(1);
  }

  private static String problem(int line, String words) {
    return "line %d cannot be read: %s".formatted(line, words.replaceAll("\\s+", " ").strip());
  }
}
