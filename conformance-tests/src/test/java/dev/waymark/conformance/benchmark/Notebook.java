package dev.waymark.conformance.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All results, line by line in a file: what takes hours goes on where it was broken off. */
final class Notebook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Results> tools = new LinkedHashMap<>();
  private final Writer out;

  private Notebook(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The one in this file, as it stands there or begun anew. */
  static Notebook at(Path file, boolean asItStands) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!asItStands) {
      Files.deleteIfExists(file);
    }
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    Notebook notebook = new Notebook(file);
    for (String line : lines) {
      JsonNode read = JSON.readTree(line);
      notebook.of(read.path("tool").asText()).read(read);
    }
    return notebook;
  }

  /** What is written of a tool, and will be. */
  Results of(String tool) {
    return tools.computeIfAbsent(tool, name -> new Results(name, this));
  }

  synchronized void write(ObjectNode line) {
    try {
      out.write(JSON.writeValueAsString(line) + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
