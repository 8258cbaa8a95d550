package dev.waymark.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.transaction.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the catalogue's name for a failure that was not thrown by name. */
@Singleton
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final Duration OVERLOADED_PAUSE = Duration.ofSeconds(5);
  private static final int MAX_CAUSES = 20;

  private final Calls calls;

  Failures(Calls calls) {
    this.calls = calls;
  }

  ApiError error(HttpRequest<?> request, Throwable failure) {
    for (Throwable cause : causes(failure)) {
      if (isLostCommit(cause)) {
        // Whether it was committed nobody knows: only a failure says so, an overload would invite a
        // second charge.
        LOG.error("{}: lost in the commit", calls.of(request).id(), failure);
        return Errors.internalError().error();
      }
      if (cause instanceof ApiException refusal) {
        return refusal.error();
      }
      if (cause instanceof JsonProcessingException unreadable) {
        return Errors.malformedRequest(UnreadableJson.reason(unreadable)).error();
      }
      if (isDatabaseOutOfReach(cause)) {
        LOG.warn("{}: the database is out of reach: {}", calls.of(request).id(), cause.toString());
        return Errors.overloaded(OVERLOADED_PAUSE).error();
      }
    }
    LOG.error("{}: unexpected failure", calls.of(request).id(), failure);
    return Errors.internalError().error();
  }

  private static boolean isLostCommit(Throwable cause) {
    return cause instanceof TransactionException
        && String.valueOf(cause.getMessage()).contains("commit");
  }

  private static boolean isDatabaseOutOfReach(Throwable cause) {
    return cause instanceof SQLTransientException
        || cause instanceof SQLRecoverableException
        || cause instanceof SQLNonTransientConnectionException
        // The driver throws its own class; connection failures are SQL state class 08, a stopping
        // server 57P.
        || (cause instanceof SQLException sql
            && sql.getSQLState() != null
            && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P")));
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .toList();
  }
}
