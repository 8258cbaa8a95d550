package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.generated.server.model.GenerationStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

  @ParameterizedTest
  @EnumSource
  void every_status_is_found_by_its_name_on_the_wire(Status status) {
    assertThat(Status.of(status.wireName())).isEqualTo(status);
  }

  @Test
  void there_are_the_statuses_of_the_contract_and_no_others() {
    assertThat(Arrays.stream(Status.values()).map(Status::wireName))
        .containsExactlyElementsOf(
            Arrays.stream(GenerationStatus.values()).map(GenerationStatus::getValue).toList());
  }

  @Test
  void the_last_four_are_final() {
    assertThat(Arrays.stream(Status.values()).filter(Status::isFinal))
        .containsExactly(Status.COMPLETED, Status.FAILED, Status.CANCELLED, Status.EXPIRED);
  }
}
