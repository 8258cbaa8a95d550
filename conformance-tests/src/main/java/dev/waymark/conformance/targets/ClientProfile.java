package dev.waymark.conformance.targets;

import dev.waymark.conformance.rules.Claim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile file says of a client that is tested.
 *
 * @param name of the client, for reports
 * @param driver the command that starts its driver, run by the shell
 * @param promise what is to be kept
 * @param patience how long the driver may take until it is ready
 */
public record ClientProfile(
    Optional<String> name, Optional<String> driver, Promise promise, Duration patience) {
  private static final Set<String> FIELDS =
      Set.of("name", "driver", "claims", "known-failures", "patience");

  /** A client of which nothing is said: it claims all that clients can. */
  public static final ClientProfile USUAL =
      new ClientProfile(
          Optional.empty(),
          Optional.empty(),
          new Promise(Claim.OF_CLIENTS, Map.of()),
          Duration.ofSeconds(60));

  /**
   * The profile in a file; what it leaves out is as {@link #USUAL} has it.
   *
   * @throws ProfileProblem if it cannot be read, is no YAML, or holds what such a profile does not
   *     have
   */
  public static ClientProfile read(Path file) {
    Fields fields = Fields.read(file, FIELDS);
    return new ClientProfile(
        fields.text("name"),
        fields.text("driver"),
        Promise.of(fields, USUAL.promise().claims(), Claim.OF_CLIENTS),
        fields.time("patience").orElse(USUAL.patience()));
  }

  public ClientProfile withName(String other) {
    return new ClientProfile(Optional.of(other), driver, promise, patience);
  }

  public ClientProfile withDriver(String other) {
    return new ClientProfile(name, Optional.of(other), promise, patience);
  }

  public ClientProfile withClaims(Set<Claim> claims) {
    return new ClientProfile(name, driver, promise.withClaims(claims), patience);
  }

  public ClientProfile withPatience(Duration other) {
    return new ClientProfile(name, driver, promise, other);
  }
}
