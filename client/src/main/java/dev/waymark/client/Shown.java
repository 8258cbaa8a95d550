package dev.waymark.client;

import java.net.URI;
import java.net.http.HttpRequest;

/** A request as it may stand in messages: without query, key and the address of an output. */
final class Shown {

  private static final String OUTPUTS = "/outputs/";

  private Shown() {}

  static String call(HttpRequest request) {
    return request.method() + " " + address(request);
  }

  // Whoever has an output's address can read it, so it does not belong into a log.
  static String address(HttpRequest request) {
    URI address = request.uri();
    String path = address.getRawPath();
    int outputs = path.indexOf(OUTPUTS);
    return "%s://%s%s"
        .formatted(
            address.getScheme(),
            address.getRawAuthority(),
            outputs < 0 ? path : path.substring(0, outputs + OUTPUTS.length()) + "…");
  }
}
