package dev.waymark.server.outputs;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.contract.HttpDate;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers for outputs: whole, a range, not modified, gone or never there (RFC 9110, sections 13 and
 * 14).
 */
@Singleton
final class Downloads {
  private static final Pattern NAME = Pattern.compile("out_[A-Za-z0-9_-]{43}(\\.[a-z0-9]+)?");

  private final Jdbi jdbi;
  private final OutputStore store;
  private final Clock clock;

  Downloads(Jdbi jdbi, OutputStore store, Clock clock) {
    this.jdbi = jdbi;
    this.store = store;
    this.clock = clock;
  }

  HttpResponse<StreamedFile> answer(DownloadRequest request) {
    Output output = find(request.name());
    if (request.has(output.entityTag())) {
      return withValidators(HttpResponse.<StreamedFile>notModified(), output);
    }
    if (!request.content()) {
      return withFacts(HttpResponse.ok(), output)
          .contentType(output.contentType())
          .contentLength(output.length());
    }
    Optional<ByteRange> range = request.rangeOf(output);
    range
        .filter(wanted -> !wanted.isSatisfiable())
        .ifPresent(_ -> {
          throw Errors.rangeNotSatisfiable(output.length());
        });
    return range.map(part -> part(output, part)).orElseGet(() -> whole(output));
  }

  private Output find(String name) {
    Output output =
        Optional.of(name)
            .filter(NAME.asMatchPredicate())
            .flatMap(known -> jdbi.withHandle(handle -> store.find(handle, known)))
            .orElseThrow(Errors::outputNotFound);
    if (!clock.instant().isBefore(output.expiresAt())) {
      throw expired(output);
    }
    return output;
  }

  private HttpResponse<StreamedFile> whole(Output output) {
    return withContent(HttpResponse.ok(), output, ByteRange.whole(output.length()));
  }

  private HttpResponse<StreamedFile> part(Output output, ByteRange part) {
    return withContent(HttpResponse.<StreamedFile>status(HttpStatus.PARTIAL_CONTENT), output, part)
        .header(HttpHeaders.CONTENT_RANGE, part.contentRange(output.length()));
  }

  private MutableHttpResponse<StreamedFile> withContent(
      MutableHttpResponse<StreamedFile> response, Output output, ByteRange range) {
    StoredContent content =
        new StoredContent(
            range, part -> jdbi.withHandle(handle -> store.content(handle, output.name(), part)));
    if (!content.open()) {
      throw expired(output);
    }
    return withFacts(response, output)
        .body(
            new StreamedFile(
                content,
                MediaType.of(output.contentType()),
                output.createdAt().toEpochMilli(),
                range.length()));
  }

  private MutableHttpResponse<StreamedFile> withFacts(
      MutableHttpResponse<StreamedFile> response, Output output) {
    return withValidators(response, output)
        .header(HttpHeaders.LAST_MODIFIED, HttpDate.of(output.createdAt()))
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header("X-Content-Type-Options", "nosniff");
  }

  private MutableHttpResponse<StreamedFile> withValidators(
      MutableHttpResponse<StreamedFile> response, Output output) {
    long secondsLeft = Duration.between(clock.instant(), output.expiresAt()).toSeconds();
    return response
        .header(HttpHeaders.ETAG, output.entityTag())
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=%d, immutable".formatted(secondsLeft))
        .header(HttpHeaders.EXPIRES, HttpDate.of(output.expiresAt()));
  }

  private static ApiException expired(Output output) {
    return Errors.outputExpired(output.expiresAt(), output.generation().value());
  }
}
