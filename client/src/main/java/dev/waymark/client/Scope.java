package dev.waymark.client;

/**
 * What a key may do. Not an enum: a scope that only a newer server knows keeps its name, so that a
 * key that is read and then changed does not lose it.
 *
 * @param name as on the wire
 */
public record Scope(String name) {

  public static final Scope GENERATIONS_READ = new Scope("generations:read");
  public static final Scope GENERATIONS_WRITE = new Scope("generations:write");
  public static final Scope MODELS_READ = new Scope("models:read");
  public static final Scope ACCOUNT_READ = new Scope("account:read");
  public static final Scope REQUESTS_READ = new Scope("requests:read");
  public static final Scope KEYS_READ = new Scope("keys:read");
  public static final Scope KEYS_WRITE = new Scope("keys:write");

  /** Accounts, credits and metrics of the whole server. */
  public static final Scope OPERATOR = new Scope("operator");

  public Scope {
    if (name.isBlank()) {
      throw new IllegalArgumentException("No scope: name one, such as models:read");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
