package dev.waymark.server.accounts;

import dev.waymark.server.access.Caller;
import dev.waymark.server.wallet.KeyQuotas;
import dev.waymark.server.wallet.Quota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** Where the key of a call stands with its quota. */
@Singleton
final class CallerQuota {
  private final Jdbi jdbi;
  private final KeyQuotas quotas;

  CallerQuota(Jdbi jdbi, KeyQuotas quotas) {
    this.jdbi = jdbi;
    this.quotas = quotas;
  }

  Quota of(Caller caller) {
    return Objects.requireNonNull(
        jdbi.withHandle(handle -> quotas.of(handle, List.of(caller.key().id())))
            .get(caller.key().id()));
  }
}
