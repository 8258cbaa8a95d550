package dev.waymark.conformance.command;

import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.targets.Addresses;
import dev.waymark.conformance.targets.KeySource;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.ProfileFile;
import dev.waymark.conformance.targets.Promise;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, opened with which key. */
final class ServerOptions {
  private static final String USUAL = "WAYMARK_OPERATOR_KEY";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the server is, as http://127.0.0.1:8080. It goes before the profile's.")
  @Nullable String url;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "What to know of the server: plans, model, claims, hooks (conformance-tests/profiles has"
              + " examples). Without one, what a Waymark has that was started with its defaults.")
  @Nullable Path profile;

  @Option(
      names = "--operator-key-env",
      paramLabel = "VARIABLE|FILE",
      description =
          "Variable or file that holds the operator key, never the key itself. Default: "
              + USUAL
              + ", if it is set.")
  @Nullable String operatorKey;

  @Option(
      names = "--claims",
      paramLabel = "CLAIM",
      split = ",",
      description =
          "What is claimed to be kept: core, rate-limit, idempotency, billing, streaming. All else is"
              + " NOT-CLAIMED. Default: the profile's, or all but streaming.")
  List<String> claims = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "What is chosen at random is chosen by it. Default: another each time; reports"
              + " name it.")
  @Nullable Long seed;

  Profile profile(Map<String, String> environment) {
    KeySource keys = new KeySource(environment);
    Profile base = base(keys);
    Optional<Secret> key =
        Optional.ofNullable(operatorKey)
            .map(word -> keys.named("The operator key", word))
            .or(base.keys()::operator)
            .or(() ->
                environment.getOrDefault(USUAL, "").isBlank()
                    ? Optional.empty()
                    : Optional.of(keys.variable("The operator key", USUAL)));
    Set<Claim> chosen =
        claims.isEmpty() ? base.promise().claims() : Promise.claims(claims, Claim.OF_SERVERS);
    return base.withOperatorKey(key).withClaims(chosen);
  }

  private Profile base(KeySource keys) {
    Optional<URI> server = Optional.ofNullable(url).map(Addresses::server);
    if (profile == null) {
      return Profile.of(
          server.orElseThrow(() ->
              new Usage(
                  "Which server? Name it with --url http://127.0.0.1:8080, or in a --profile.")));
    }
    Profile read = new ProfileFile(keys).read(profile);
    return server.map(read::withServer).orElse(read);
  }

  /** The one that was given, or one that is then the same for the whole run. */
  long seed() {
    if (seed == null) {
      seed = ThreadLocalRandom.current().nextLong(1_000_000);
    }
    return seed;
  }

  /** How to do it again. */
  String command(Profile known, ReportOptions reports) {
    StringBuilder line = new StringBuilder("waymark-conformance server --url " + known.server());
    Optional.ofNullable(profile).ifPresent(file -> line.append(" --profile ").append(file));
    Optional.ofNullable(operatorKey)
        .ifPresent(word -> line.append(" --operator-key-env ").append(word));
    if (!claims.isEmpty()) {
      line.append(" --claims ").append(String.join(",", claims));
    }
    line.append(" --seed ").append(seed());
    if (!reports.only.isEmpty()) {
      line.append(" --only ").append(reports.only.stream().collect(Collectors.joining(" ")));
    }
    return line.toString();
  }
}
