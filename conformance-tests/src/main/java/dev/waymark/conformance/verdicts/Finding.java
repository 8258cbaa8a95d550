package dev.waymark.conformance.verdicts;

import dev.waymark.conformance.secrets.KeyText;
import dev.waymark.conformance.secrets.PromptText;
import java.util.List;

/**
 * One look at one obligation.
 *
 * @param text what was seen; how it was brought about for a pass, what is wrong for a failure
 * @param evidence the exchanges that show it, redacted
 */
public record Finding(String obligation, Verdict verdict, String text, List<Evidence> evidence) {
  public Finding {
    // Who is tested is quoted in it, and can say anything.
    text = PromptText.hidden(KeyText.hidden(text));
    evidence = List.copyOf(evidence);
  }
}
