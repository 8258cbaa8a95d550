package dev.waymark.conformance.command;

import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.targets.ClientProfile;
import dev.waymark.conformance.targets.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which client, and what is to be known of it. What is given goes before the profile. */
final class ClientOptions {
  @Option(
      names = "--exec",
      paramLabel = "COMMAND",
      description = "Starts the driver; run by the shell, once for the whole run.")
  private @Nullable String exec;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "What to know of the client: name, driver, claims, known failures"
              + " (conformance-tests/profiles/client.yaml is an example).")
  private @Nullable Path profile;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What reports call the client. Default: the profile's, or the command.")
  private @Nullable String name;

  @Option(
      names = "--claims",
      paramLabel = "CLAIM",
      split = ",",
      description =
          "What is claimed to be kept: client-core, client-retry. All else is NOT-CLAIMED. Default:"
              + " the profile's, or both.")
  private List<String> claims = List.of();

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "How long the driver may take until it is ready. Default: the profile's, or 60.")
  private @Nullable Integer patience;

  /**
   * What is known of the client.
   *
   * @throws Usage if nothing says how its driver is started
   */
  ClientProfile profile() {
    ClientProfile known = profile == null ? ClientProfile.USUAL : ClientProfile.read(profile);
    if (exec != null) {
      known = known.withDriver(exec);
    }
    if (name != null) {
      known = known.withName(name);
    }
    if (!claims.isEmpty()) {
      known = known.withClaims(Promise.claims(claims, Claim.OF_CLIENTS));
    }
    if (patience != null) {
      known = known.withPatience(Duration.ofSeconds(patience));
    }
    if (known.driver().filter(command -> !command.isBlank()).isEmpty()) {
      throw new Usage(
          "Which client? Start its driver with --exec './my-driver', or name it in a --profile.");
    }
    if (!known.patience().isPositive()) {
      throw new Usage("The patience is 1 second or more: a driver takes a moment to start.");
    }
    return known;
  }

  Suites.ClientDriver driver(ClientProfile known) {
    return new Suites.ClientDriver(known.driver().orElseThrow(), known.patience());
  }

  /** How to do it again. */
  String command(ReportOptions reports) {
    StringBuilder line = new StringBuilder("waymark-conformance client");
    if (profile != null) {
      line.append(" --profile ").append(profile);
    }
    if (exec != null) {
      line.append(" --exec ").append(quoted(exec));
    }
    if (name != null) {
      line.append(" --name ").append(quoted(name));
    }
    if (patience != null) {
      line.append(" --patience ").append(patience);
    }
    if (!claims.isEmpty()) {
      line.append(" --claims ").append(String.join(",", claims));
    }
    if (!reports.only.isEmpty()) {
      line.append(" --only ").append(String.join(" ", reports.only));
    }
    return line.toString();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
