package dev.waymark.server.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.contract.Call;
import dev.waymark.server.contract.Calls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes answers that are to be stored, and sends stored ones as they were written. */
@Singleton
public final class CreatedAnswers {
  private final ObjectMapper json;
  private final Calls calls;

  CreatedAnswers(ObjectMapper json, Calls calls) {
    this.json = json;
    this.calls = calls;
  }

  /** The body as the framework would write it. */
  public String written(Object model) {
    try {
      return json.writeValueAsString(model);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * 201 with the headers that the contract owes with a stored answer.
   *
   * @param <T> what the body was written from
   * @param location the address of what was made, if it has one
   */
  public <T> HttpResponse<T> of(StoredAnswer stored, Optional<String> location) {
    Call call = calls.current();
    stored.original().ifPresent(call::replays);
    MutableHttpResponse<T> response = HttpResponse.status(HttpStatus.CREATED);
    response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header("Idempotent-Replayed", Boolean.toString(stored.original().isPresent()))
        .header("X-Original-Request-Id", stored.original().orElse(call.id()).value())
        .body(stored.answer().body().getBytes(StandardCharsets.UTF_8));
    location.ifPresent(address -> response.header(HttpHeaders.LOCATION, address));
    return response;
  }
}
