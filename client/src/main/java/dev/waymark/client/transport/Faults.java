package dev.waymark.client.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;

/** What a failure of the network says of the request that it struck. */
public final class Faults {

  private Faults() {}

  /**
   * Whether the server may have got the request. False only where no connection came about, so that
   * no byte of it has left.
   */
  public static boolean mayHaveArrived(IOException failure) {
    return !(failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof NotInTime
        || failure instanceof ClientClosed
        || failure.getCause() instanceof UnresolvedAddressException);
  }

  /**
   * Whether another attempt may do better. A certificate stays wrong, an endless answer endless, a
   * closed client closed.
   */
  public static boolean mayPass(IOException failure) {
    return !(failure instanceof SSLHandshakeException
        || failure instanceof AnswerTooLarge
        || failure instanceof ClientClosed);
  }

  /** The answer is longer than anything that the contract has. */
  static final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLarge(long mostBytes) {
      super("the answer is larger than " + mostBytes + " bytes");
    }
  }
}
