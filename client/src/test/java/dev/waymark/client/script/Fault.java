package dev.waymark.client.script;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;

/** Ways for an attempt to get no answer. */
enum Fault {
  CONNECTION_REFUSED(false, true),
  CONNECT_TIMEOUT(false, true),
  UNKNOWN_HOST(false, true),
  UNRESOLVED_ADDRESS(false, true),
  BAD_CERTIFICATE(false, false),
  RESET(true, true),
  CLOSED_WITHOUT_A_WORD(true, true),
  TIMEOUT(true, true);

  private final boolean mayHaveArrived;
  private final boolean mayPass;

  Fault(boolean mayHaveArrived, boolean mayPass) {
    this.mayHaveArrived = mayHaveArrived;
    this.mayPass = mayPass;
  }

  boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  boolean mayPass() {
    return mayPass;
  }

  /** As the JDK's client throws it. */
  IOException thrown() {
    return switch (this) {
      case CONNECTION_REFUSED -> new ConnectException("Connection refused");
      case CONNECT_TIMEOUT -> new HttpConnectTimeoutException("HTTP connect timed out");
      case UNKNOWN_HOST -> new UnknownHostException("waymark.test");
      case UNRESOLVED_ADDRESS -> unresolved();
      case BAD_CERTIFICATE -> new SSLHandshakeException("PKIX path building failed");
      case RESET -> new IOException("Connection reset");
      case CLOSED_WITHOUT_A_WORD -> new IOException("HTTP/1.1 header parser received no bytes");
      case TIMEOUT -> new HttpTimeoutException("request timed out");
    };
  }

  private static IOException unresolved() {
    ConnectException failure = new ConnectException();
    failure.initCause(new UnresolvedAddressException());
    return failure;
  }
}
