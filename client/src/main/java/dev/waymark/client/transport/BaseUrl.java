package dev.waymark.client.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the server is, without the contract's own paths and without a slash at its end. */
public final class BaseUrl {

  private static final Pattern VERSION_PREFIX = Pattern.compile("(/api|/v1)$");

  private final URI url;

  private BaseUrl(URI url) {
    this.url = url;
  }

  public static BaseUrl of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "No base URL: give the server's address to baseUrl(…), such as http://127.0.0.1:8080, or set the environment variable WAYMARK_BASE_URL.");
    }
    URI url = parsed(text.strip().replaceAll("/+$", ""));
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    require(
        scheme.equals("http") || scheme.equals("https"), "it must begin with http:// or https://");
    require(
        url.getRawUserInfo() == null,
        "it must not carry a user or a password; the key goes to key(…)");
    require(url.getHost() != null, "it names no host");
    require(
        url.getRawQuery() == null && url.getRawFragment() == null,
        "it must end with the path, before any ? or #");
    require(
        !VERSION_PREFIX.matcher(url.getRawPath()).find(),
        "it must not end with /api/v1, which the client adds itself; leave that out");
    return new BaseUrl(url);
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException unreadable) {
      // Its message repeats the text, which might hold a password.
      throw new IllegalArgumentException("Not a base URL: " + unreadable.getReason());
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("Not a base URL: " + otherwise + ".");
    }
  }

  public boolean encrypted() {
    return url.getScheme().equalsIgnoreCase("https");
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
