package dev.waymark.client.transport;

import java.io.IOException;

/** The call was not sent, because the client's own waiting would have outlasted the call's time. */
public final class NotInTime extends IOException {

  private static final long serialVersionUID = 1L;

  public NotInTime(String reason) {
    super(reason);
  }
}
