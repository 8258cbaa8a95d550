package dev.waymark.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.server.Caller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that a server has given out and that nobody can guess.
 *
 * @param keeper of an account of its own; it has made the {@code keys}, and is none of them
 */
record KnownThings(
    List<String> outputs,
    List<String> cursors,
    List<String> requests,
    List<String> generations,
    List<String> keys,
    List<String> accounts,
    Caller keeper) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PICTURE =
      """
      {"model": "mosaic-1", "prompt": "a fox in an autumn forest"}\
      """;

  /**
   * Makes two pictures, so that there are outputs and a second page, and cancels a third. The
   * operator makes two accounts, and the key of one of them makes two more, to be changed and
   * revoked.
   */
  static KnownThings in(Caller caller, Caller operator) {
    // First, since a call can be looked up only a moment after it was answered.
    List<String> requests = List.of(request(caller), request(caller));
    List<String> outputs = List.of(picture(caller), picture(caller));
    List<String> cursors =
        Stream.of("generations", "models", "errors", "requests", "account/transactions")
            .map(list -> cursor(caller, list))
            .toList();
    List<String> generations = List.of(cancelled(caller));
    List<String> accounts = List.of(account(operator).at("/account/account_id").asText());
    Caller keeper = new Caller(caller.server(), account(operator).path("key").asText());
    List<String> keys = List.of(key(keeper), key(keeper));
    return new KnownThings(outputs, cursors, requests, generations, keys, accounts, keeper);
  }

  /** In the form of the fuzzers' dictionaries: one quoted text a line. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("outputs.dict"), lines(outputs));
    Files.writeString(folder.resolve("cursors.dict"), lines(cursors));
    Files.writeString(folder.resolve("requests.dict"), lines(requests));
    Files.writeString(folder.resolve("generations.dict"), lines(generations));
    Files.writeString(folder.resolve("keys.dict"), lines(keys));
    Files.writeString(folder.resolve("accounts.dict"), lines(accounts));
  }

  private static String picture(Caller caller) {
    JsonNode started = body(caller.post("/api/v1/generate", PICTURE), 202);
    String path = "/api/v1/generations/" + started.path("generation_id").asText();
    JsonNode finished = body(caller.get(path, "Prefer", "wait=60"), 200);
    String url = finished.path("output_url").asText();
    assertThat(url).as("%s", finished).isNotEmpty();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** One that can be cancelled again and again. */
  private static String cancelled(Caller caller) {
    String id = body(caller.post("/api/v1/generate", PICTURE), 202).path("generation_id").asText();
    body(caller.post("/api/v1/generations/" + id + "/cancel", ""), 200);
    return id;
  }

  private static String key(Caller keeper) {
    JsonNode made = body(keeper.post("/api/v1/keys", "{\"name\":\"known\"}"), 201);
    return made.at("/api_key/key_id").asText();
  }

  private static JsonNode account(Caller operator) {
    String body = "{\"name\":\"known\",\"plan\":\"pro\"}";
    return body(operator.post("/api/v1/admin/accounts", body), 201);
  }

  private static String request(Caller caller) {
    return caller.get("/api/v1/account").headers().firstValue("X-Request-Id").orElseThrow();
  }

  private static String cursor(Caller caller, String list) {
    JsonNode page = body(caller.get("/api/v1/" + list + "?limit=1"), 200);
    return page.path("next_cursor").asText();
  }

  private static JsonNode body(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + answer.body(), e);
    }
  }

  private static String lines(List<String> names) {
    return names.stream().map("\"%s\"%n"::formatted).collect(Collectors.joining());
  }
}
