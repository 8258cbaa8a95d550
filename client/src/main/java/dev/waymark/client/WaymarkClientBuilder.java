package dev.waymark.client;

import dev.waymark.client.retry.CallListener;
import dev.waymark.client.retry.RetryLoop;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.ApiKey;
import dev.waymark.client.transport.BaseUrl;
import dev.waymark.client.transport.Connections;
import dev.waymark.client.transport.Exchange;
import dev.waymark.client.transport.HttpExchange;
import dev.waymark.client.transport.Wire;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says where the server is, which key to use, how long to wait and how often to try. Wrong values
 * are refused at once. Not safe for many threads; what it builds is.
 */
public final class WaymarkClientBuilder {

  private static final String BASE_URL_VARIABLE = "WAYMARK_BASE_URL";
  private static final String KEY_VARIABLE = "WAYMARK_API_KEY";

  private @Nullable BaseUrl baseUrl;
  private @Nullable ApiKey key;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration requestTimeout = Duration.ofSeconds(60);
  private Duration downloadTimeout = Duration.ofMinutes(10);
  private @Nullable ProxySelector proxy;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private CallListener listener = CallListener.none();
  private @Nullable TestError testError;
  private boolean pacing;
  private Map<String, String> environment = System.getenv();
  private Time time = Time.ofTheMachine();
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
  private Supplier<UUID> freshIds = UUID::randomUUID;
  private @Nullable Exchange exchange;

  WaymarkClientBuilder() {}

  /**
   * The server's address without the contract's paths, such as {@code http://127.0.0.1:8080}. The
   * environment variable {@code WAYMARK_BASE_URL} unless set.
   */
  public WaymarkClientBuilder baseUrl(@Nullable String baseUrl) {
    this.baseUrl = BaseUrl.of(baseUrl);
    return this;
  }

  /**
   * The API key, {@code wm_live_…} or {@code wm_test_…}. The environment variable {@code
   * WAYMARK_API_KEY} unless set.
   */
  public WaymarkClientBuilder key(@Nullable String key) {
    this.key = ApiKey.of(key);
    return this;
  }

  /** How long connecting may take; 10 seconds unless set. */
  public WaymarkClientBuilder connectTimeout(Duration timeout) {
    connectTimeout = positive(timeout);
    return this;
  }

  /** How long one attempt may take, to the last byte of its answer; 60 seconds unless set. */
  public WaymarkClientBuilder requestTimeout(Duration timeout) {
    requestTimeout = positive(timeout);
    return this;
  }

  /**
   * How long one download may take, to its last byte and with all its attempts; 10 minutes unless
   * set. For downloads it stands in for the policy's deadline.
   */
  public WaymarkClientBuilder downloadTimeout(Duration timeout) {
    downloadTimeout = positive(timeout);
    return this;
  }

  /** The way through a proxy, such as {@code ProxySelector.of(address)}; the JDK's unless set. */
  public WaymarkClientBuilder proxy(ProxySelector proxy) {
    this.proxy = proxy;
    return this;
  }

  /** How often and how long a call is tried; {@link RetryPolicy#defaults()} unless set. */
  public WaymarkClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = policy;
    return this;
  }

  /** Who is told of every retry, beside the log. */
  public WaymarkClientBuilder listener(CallListener listener) {
    this.listener = listener;
    return this;
  }

  /**
   * Lets every call but downloads end with this error, unless the call is given one of its own
   * ({@link StartOptions#withTestError}). For test keys; with a live one, {@link #build} is an
   * {@link IllegalArgumentException}.
   */
  public WaymarkClientBuilder testError(TestError error) {
    this.testError = error;
    return this;
  }

  /**
   * Whether calls wait by themselves until the server has room for them, so that many threads with
   * one key make as many calls as it allows, and no more. Off unless set.
   *
   * <p>The limit is the one that the answers tell; before the first of them one call at a time is
   * sent. Calls wait in the order in which they were made, interruptible at once; one that cannot
   * be sent within the deadline of its {@link RetryPolicy} is a {@link NotSentException} or, if it
   * was sent before, what it met then. Other programs with the same key are made room for as far as
   * the answers tell of them; where that was not enough, nobody calls before {@code Retry-After}.
   *
   * <p>A start that was refused because too many generations are in flight goes on when one of them
   * has finished, be that earlier or later than the server's hint, and such a refusal is no used-up
   * attempt; later starts go behind it. Downloads do not wait: they need no key.
   */
  public WaymarkClientBuilder pacing(boolean on) {
    pacing = on;
    return this;
  }

  WaymarkClientBuilder environment(Map<String, String> environment) {
    this.environment = environment;
    return this;
  }

  WaymarkClientBuilder time(Time time) {
    this.time = time;
    return this;
  }

  /** Numbers from 0 to 1. */
  WaymarkClientBuilder random(DoubleSupplier random) {
    this.random = random;
    return this;
  }

  WaymarkClientBuilder freshIds(Supplier<UUID> freshIds) {
    this.freshIds = freshIds;
    return this;
  }

  /** In place of the network. */
  WaymarkClientBuilder exchange(Exchange exchange) {
    this.exchange = exchange;
    return this;
  }

  /** Opens no connection yet. */
  public WaymarkClient build() {
    BaseUrl server = baseUrl != null ? baseUrl : BaseUrl.of(environment.get(BASE_URL_VARIABLE));
    ApiKey credential = key != null ? key : ApiKey.of(environment.get(KEY_VARIABLE));
    Connections connections = Connections.to(server, connectTimeout, proxy);
    Wire wire = new Wire(connections);
    Failures failures = new Failures(credential, time);
    RequestWriter writer = new RequestWriter(server, credential, Optional.ofNullable(testError));
    Pace pace = Pace.of(pacing, exchange != null ? exchange : new HttpExchange(wire), time, writer);
    RetryLoop loop = new RetryLoop(retryPolicy, time, pace.pauses(), random, listener);
    RunningCalls running = new RunningCalls();
    Calls calls = new Calls(writer, pace.exchange(), loop, failures, requestTimeout, running);
    OutputSource source = new OutputSource(wire, failures, loop, requestTimeout, downloadTimeout);
    Outputs outputs = new HttpOutputs(source, freshIds, running);
    Surface surface =
        new Surface(
            new HttpGenerations(calls, outputs, time, freshIds),
            outputs,
            new HttpModels(calls),
            new HttpAccounts(calls),
            new HttpKeys(calls, freshIds),
            new HttpAdmin(calls, freshIds),
            new HttpRequests(calls),
            new HttpErrorCatalogue(calls),
            new HttpDocs(calls),
            new HttpMetrics(calls));
    return new WaymarkClient(
        connections, running, surface, new AsyncCalls(CallThreads.open(), running));
  }

  private static Duration positive(Duration timeout) {
    if (timeout.compareTo(Duration.ofMillis(1)) < 0
        || timeout.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException("A timeout must be a millisecond to a year");
    }
    return timeout;
  }
}
