package dev.waymark.client.script;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever answers come, and however late: the client keeps the laws. */
final class FaultScriptTest {

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void the_timeline_is_legal_and_the_end_says_what_is_known(@ForAll("scripts") Script script) {
    Judge.judge(VirtualStage.play(script), /* exact= */ true);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void an_interrupt_ends_it_at_once_wherever_it_is(@ForAll("interrupted") Script script) {
    Judge.judge(VirtualStage.play(script), /* exact= */ true);
  }

  @Provide
  Arbitrary<Script> scripts() {
    return new Scripts(Pace.VIRTUAL).all();
  }

  @Provide
  Arbitrary<Script> interrupted() {
    return new Scripts(Pace.VIRTUAL).interrupted();
  }
}
