package dev.waymark.server.commits;

/**
 * A member's account is locked by somebody else, and this batch does not wait for it: the member
 * comes again in a later one.
 */
public final class LockedByOthers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LockedByOthers() {
    super("locked by others", null, false, false);
  }
}
