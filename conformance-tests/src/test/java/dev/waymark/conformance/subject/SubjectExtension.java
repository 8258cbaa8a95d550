package dev.waymark.conformance.subject;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one server that all of them share. Each test begins with every rate limit's
 * window empty, and ends with nothing left that a provider works on.
 */
public final class SubjectExtension
    implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Subject.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return subject(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    subject(context).emptyWindows();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    subject(context).studio().releaseAll();
  }

  /** What stands in the root's store is closed when the run ends. */
  private static Subject subject(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SubjectExtension.class))
        .getOrComputeIfAbsent(Subject.class, _ -> Subject.start(), Subject.class);
  }
}
