package dev.waymark.client.transport;

import java.io.IOException;

/** The attempt was not sent, because the client had been closed while the call ran. */
public final class ClientClosed extends IOException {

  private static final long serialVersionUID = 1L;

  ClientClosed() {
    super("the client was closed meanwhile");
  }
}
