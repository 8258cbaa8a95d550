package dev.waymark.benchmarks.callers;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** What one writes by hand: the JDK's client, the same request, the same JSON into a bean. */
final class BareCaller<T> implements Caller {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String address;
  private final String key;
  private final ObjectReader reader;
  private final Function<T, String> something;

  BareCaller(String address, String key, ObjectReader reader, Function<T, String> something) {
    this.address = address;
    this.key = key;
    this.reader = reader;
    this.something = something;
  }

  @Override
  public String call() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + key)
            .header("User-Agent", "by-hand")
            .header("Accept", "application/json, application/problem+json;q=0.1")
            .header("X-Attempt", "1")
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("Answered with " + answer.statusCode());
    }
    T bean = reader.readValue(answer.body());
    return something.apply(bean);
  }

  @Override
  public void close() {
    http.close();
  }
}
