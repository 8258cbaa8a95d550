package dev.waymark.server.commits;

import org.jspecify.annotations.Nullable;

/** What failed is the cause; it may have failed for others at the same time. */
public final class CommitFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommitFailure(@Nullable Throwable cause) {
    super("a commit failed", cause);
  }
}
