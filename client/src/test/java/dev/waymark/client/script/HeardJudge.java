package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.retry.Retrying;

/** The listener and the log know of every retry, before its wait begins. */
final class HeardJudge {

  private final Play play;
  private final boolean exact;

  HeardJudge(Play play, boolean exact) {
    this.play = play;
    this.exact = exact;
  }

  void retry(Play.Heard heard, Case met, Arrival arrival, int attempt) {
    Retrying retrying = heard.retrying();
    if (exact) {
      assertThat(heard.at()).isEqualTo(arrival.ended());
    }
    assertThat(retrying.operation()).isEqualTo(play.script().deeds().get(heard.call()).operation());
    assertThat(retrying.attempt()).isEqualTo(attempt + 1);
    assertThat(retrying.status()).isEqualTo(met.told().map(Told::status));
    assertThat(retrying.code()).isEqualTo(met.told().flatMap(Told::code));
    assertThat(retrying.requestId()).isEqualTo(met.told().flatMap(Told::requestId));
    assertThat(play.loggedLines())
        .filteredOn(line ->
            line.startsWith("INFO ")
                && line.contains(retrying.operation())
                && line.contains(retrying.pause().toMillis() + " ms")
                && line.contains(retrying.requestId().orElse("")))
        .isNotEmpty();
    assertThat(play.loggedLines()).hasSameSizeAs(play.heard());
  }
}
