package dev.waymark.conformance.rules;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Puts the rules of a test into its report entry. */
final class RuleReport implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    Rule rule = context.getRequiredTestMethod().getAnnotation(Rule.class);
    context.publishReportEntry("rules", String.join(" ", rule.value()));
  }
}
