package dev.waymark.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.contract.ContractFolder;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.Command;
import dev.waymark.conformance.server.Caller;
import dev.waymark.conformance.server.WaymarkProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Schemathesis, as the build has installed it and {@code schemathesis.toml} and {@code hooks.py}
 * set it up.
 *
 * @param folder where a run finds its configuration and leaves its report
 */
public record Schemathesis(Path folder) {
  private static final Duration PATIENCE = Duration.ofMinutes(9);
  private static final String CONFIGURATION = "schemathesis.toml";
  private static final String HOOKS = "hooks.py";
  private static final String REPORT = "report.json";
  private static final String REFUSED = "refused.json";

  public static Schemathesis named(String run) {
    Path home = BuildProperty.path("waymark.schemathesis.folder");
    return new Schemathesis(home.resolve("runs").resolve(run));
  }

  /** The options are added to those of the command line. */
  FuzzReport run(WaymarkProcess server, String... options) {
    return run(server.uri(), server.demo(), server.operator(), options);
  }

  /**
   * The same at any address: what is to be known of its server the caller, and one that has the
   * scope operator, find out at theirs.
   */
  public FuzzReport run(URI address, Caller caller, Caller operator, String... options) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(REPORT));
      Files.deleteIfExists(folder.resolve(REFUSED));
      for (String file : List.of(CONFIGURATION, HOOKS)) {
        Files.writeString(folder.resolve(file), Files.readString(configuration().resolve(file)));
      }
      KnownThings known = KnownThings.in(caller, operator);
      known.write(folder);
      Command.Outcome outcome =
          command(address, caller, operator, known.keeper().key(), options).run();
      Files.writeString(folder.resolve("output.txt"), outcome.output());
      return new FuzzReport(outcome, written(REPORT), written(REFUSED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode written(String file) throws IOException {
    Path path = folder.resolve(file);
    return new ObjectMapper().readTree(Files.exists(path) ? Files.readString(path) : "{}");
  }

  private Command command(
      URI address, Caller caller, Caller operator, String keeperKey, String... options) {
    List<String> words = new ArrayList<>();
    words.add(BuildProperty.path("waymark.schemathesis").toString());
    words.addAll(
        List.of("--config-file", CONFIGURATION, "run", ContractFolder.document().toString()));
    words.addAll(List.of("--url", address.toString(), "--no-color"));
    words.addAll(List.of("--report", "json", "--report-json-path", REPORT));
    words.addAll(List.of(options));
    Map<String, String> keys =
        Map.of(
            "WAYMARK_KEY",
            caller.key(),
            "WAYMARK_OPERATOR_KEY",
            operator.key(),
            "WAYMARK_KEEPER_KEY",
            keeperKey);
    return new Command(folder, keys, PATIENCE, words);
  }

  private static Path configuration() {
    return BuildProperty.path("waymark.schemathesis.configuration");
  }
}
