package dev.waymark.server.caching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-None-Match}: what the caller has already (RFC 9110, 13.1.2). What cannot be
 * read as an entity tag matches nothing.
 */
public record EntityTags(@Nullable String header) {

  /** Whether the caller has what this strong entity tag stands for; compared weakly. */
  public boolean have(String entityTag) {
    return header != null
        && (header.strip().equals("*")
            || Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(entityTag) || tag.equals("W/" + entityTag)));
  }
}
