package dev.waymark.client;

import dev.waymark.generated.client.ApiException;
import org.jspecify.annotations.Nullable;

/** A field that the contract says is always there. */
final class Required {

  private Required() {}

  static <T> T field(@Nullable T value, String name) throws ApiException {
    if (value == null) {
      throw new ApiException("the answer lacks " + name);
    }
    return value;
  }
}
