package dev.waymark.client;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says where the server is, which key to use and how long to wait. Wrong values are refused at
 * once.
 */
public final class WaymarkClientBuilder {

  private @Nullable BaseUrl baseUrl;
  private @Nullable ApiKey key;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration requestTimeout = Duration.ofSeconds(60);
  private Duration downloadTimeout = Duration.ofMinutes(10);
  private Time time = Time.ofTheMachine();
  private Supplier<UUID> freshIds = UUID::randomUUID;

  WaymarkClientBuilder() {}

  /** The server's address without the contract's paths, such as {@code http://127.0.0.1:8080}. */
  public WaymarkClientBuilder baseUrl(@Nullable String baseUrl) {
    this.baseUrl = BaseUrl.of(baseUrl);
    return this;
  }

  /** The API key, {@code wm_live_…} or {@code wm_test_…}. */
  public WaymarkClientBuilder key(@Nullable String key) {
    this.key = ApiKey.of(key);
    return this;
  }

  /** How long connecting may take; 10 seconds unless set. */
  public WaymarkClientBuilder connectTimeout(Duration timeout) {
    connectTimeout = positive(timeout);
    return this;
  }

  /** How long one call may take, to the last byte of its answer; 60 seconds unless set. */
  public WaymarkClientBuilder requestTimeout(Duration timeout) {
    requestTimeout = positive(timeout);
    return this;
  }

  /** How long one download may take, to its last byte; 10 minutes unless set. */
  public WaymarkClientBuilder downloadTimeout(Duration timeout) {
    downloadTimeout = positive(timeout);
    return this;
  }

  WaymarkClientBuilder time(Time time) {
    this.time = time;
    return this;
  }

  WaymarkClientBuilder freshIds(Supplier<UUID> freshIds) {
    this.freshIds = freshIds;
    return this;
  }

  /** Opens no connection yet. */
  public WaymarkClient build() {
    BaseUrl server = baseUrl == null ? BaseUrl.of(null) : baseUrl;
    ApiKey credential = key == null ? ApiKey.of(null) : key;
    Connections connections = Connections.to(server, connectTimeout);
    Wire wire = new Wire(connections);
    ErrorAnswers errors = new ErrorAnswers(credential);
    Exchange exchange = new RefusedCalls(new HttpExchange(wire), errors);
    Transport transport =
        new Transport(
            server,
            credential,
            new ExchangeHttpClient(connections.http(), exchange),
            requestTimeout);
    return new WaymarkClient(
        connections,
        new Generations(transport, time, freshIds),
        new Outputs(new OutputSource(wire, errors, requestTimeout, downloadTimeout), freshIds),
        new Models(transport),
        new Accounts(transport));
  }

  private static Duration positive(Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException("A timeout must be at least a millisecond");
    }
    return timeout;
  }
}
