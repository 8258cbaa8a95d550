package dev.waymark.benchmarks.callers;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;

/** The official SDK of another API, on a call of the same kind. */
final class OpenAiCaller implements Caller {
  private final OpenAIClient client;
  private final String model;

  OpenAiCaller(String address, String key, String model) {
    this.client = OpenAIOkHttpClient.builder().baseUrl(address + "/v1").apiKey(key).build();
    this.model = model;
  }

  @Override
  public String call() {
    return client.models().retrieve(model).id();
  }

  @Override
  public void close() {
    client.close();
  }
}
