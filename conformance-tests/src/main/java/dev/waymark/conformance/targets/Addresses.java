package dev.waymark.conformance.targets;

import java.net.URI;

/** Where servers are. */
public final class Addresses {
  private Addresses() {}

  /**
   * The address of a server: scheme, host and port.
   *
   * @throws ProfileProblem if it is none, or has a path, which the contract's own paths replace
   */
  public static URI server(String text) {
    String shown = text.strip().replaceAll("/+$", "");
    URI uri;
    try {
      uri = URI.create(shown);
    } catch (IllegalArgumentException e) {
      throw problem(text, "is no URL");
    }
    boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!isHttp || uri.getHost() == null || uri.getPort() > 65_535) {
      throw problem(text, "is no URL of a server");
    }
    if (!uri.getPath().isEmpty() || uri.getQuery() != null || uri.getUserInfo() != null) {
      throw problem(
          text, "has more than scheme, host and port, and the contract brings its own paths");
    }
    return uri;
  }

  private static ProfileProblem problem(String text, String what) {
    return new ProfileProblem(
        "\"%s\" %s; write it like http://127.0.0.1:8080.".formatted(text, what));
  }
}
