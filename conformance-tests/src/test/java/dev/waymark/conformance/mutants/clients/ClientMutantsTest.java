package dev.waymark.conformance.mutants.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.judging.QuietClient;
import dev.waymark.conformance.mutants.clients.ClientMutants.Manner;
import dev.waymark.conformance.mutants.clients.ClientMutants.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of the tests: what is broken is caught, and what is right is not. */
@ExtendWith(QuietClient.class)
final class ClientMutantsTest {
  @Test
  void every_broken_client_is_failed_and_no_other_one() {
    List<Row> rows = new ClientMutants().rows();

    assertThat(rows).allMatch(Row::isRight);
    assertThat(rows).filteredOn(row -> row.manner() == Manner.BROKEN).hasSizeGreaterThan(40);
    assertThat(rows).filteredOn(row -> row.manner() == Manner.CONFORMING).hasSizeGreaterThan(10);
  }
}
