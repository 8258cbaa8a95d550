package dev.waymark.server.ids;

import com.github.f4b6a3.ulid.Ulid;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/**
 * Mints identifiers and unguessable names.
 *
 * <p>Ids are ULIDs behind a prefix: unique without coordination between nodes, and sorted by the
 * millisecond they were made in. They name things and grant nothing. What grants something by being
 * known comes from {@link #secret}.
 */
@Singleton
public final class Ids {
  private static final int ULID_RANDOM_BYTES = 10;
  private static final int SECRET_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random;

  Ids(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  public AccountId account() {
    return new AccountId("acc_" + ulid());
  }

  public GenerationId generation() {
    return new GenerationId("gen_" + ulid());
  }

  public KeyId key() {
    return new KeyId("key_" + ulid());
  }

  public RequestId request() {
    return new RequestId("req_" + ulid());
  }

  /** The name of one run of the server. */
  public String node() {
    return "node_" + ulid();
  }

  /** 256 random bits as 43 URL-safe characters. */
  public String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(SECRET_BYTES));
  }

  private String ulid() {
    return new Ulid(clock.millis(), randomBytes(ULID_RANDOM_BYTES)).toString();
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
