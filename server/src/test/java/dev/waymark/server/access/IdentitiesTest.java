package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.plans.Plans;
import io.micronaut.http.HttpRequest;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a caller when the database is out of reach, or is not even asked. */
class IdentitiesTest {
  private final SharedServer server = SharedServer.get();
  private final AtomicInteger asked = new AtomicInteger();
  private final Jdbi outOfReach =
      Jdbi.create(() -> {
        asked.incrementAndGet();
        throw new SQLTransientConnectionException("out of reach");
      });
  private final Identities identities =
      new Identities(
          new CachedCallers(
              new StoredCallers(outOfReach, server.bean(Plans.class)),
              new SteeredChanges(),
              new AccessSettings(0)),
          server.clock());
  private final Access access = server.bean(Access.class);

  @Property(tries = 100)
  void a_text_that_cannot_be_a_key_of_ours_is_unknown_without_asking(
      @ForAll @StringLength(min = 1, max = 80) @CharRange(from = 'a', to = 'z') String text) {
    assertThat(identities.of(List.of("Bearer " + text))).isInstanceOf(Identity.UnknownKey.class);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic abc", "Bearer a b"})
  void what_is_no_bearer_is_no_key_without_asking(String header) {
    Identity identity = identities.of(List.of(header));

    assertThat(identity).isInstanceOf(Identity.NoKey.class);
    assertThat(asked).hasValue(0);
    assertThat(
            catchThrowableOfType(ApiException.class, () -> access.authenticate(identity))
                .error()
                .code())
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void a_failed_look_up_is_met_by_whoever_needs_the_key_and_is_not_tried_again() {
    HttpRequest<?> request =
        HttpRequest.GET("/").header("Authorization", "Bearer " + minted().value());

    assertThat(identities.of(request)).isInstanceOf(Identity.Failed.class);
    assertThat(KnownKey.of(request)).isEmpty();
    assertThatThrownBy(() -> access.authenticate(identities.of(request)))
        .isInstanceOf(ConnectionException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_key_of_the_right_form_that_nobody_made_is_looked_up_and_unknown() {
    Identities real = server.bean(Identities.class);

    assertThat(real.of(List.of("Bearer " + minted().value())))
        .isEqualTo(new Identity.UnknownKey(Optional.empty()));
  }

  private KeyText minted() {
    return KeyText.mint(Mode.LIVE, server.bean(Ids.class));
  }
}
