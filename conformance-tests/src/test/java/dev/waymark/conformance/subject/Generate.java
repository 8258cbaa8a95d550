package dev.waymark.conformance.subject;

import dev.waymark.conformance.wire.Request;

/** Requests that start generations. */
public final class Generate {
  public static final String PATH = "/api/v1/generate";

  /** What the studio's cheap picture costs. */
  public static final long PRICE = 10;

  /** What its dear one costs. */
  public static final long DEAR_PRICE = 30;

  private Generate() {}

  /** A picture of the studio in 1K, for {@link #PRICE}. */
  public static Request studio(String prompt) {
    return Request.post(PATH, body(prompt));
  }

  /** A picture that the database fails to write down. */
  public static Request poison(String prompt) {
    return studio("poison " + prompt);
  }

  public static String body(String prompt) {
    return "{\"model\":\"studio-1\",\"prompt\":\"" + prompt + "\"}";
  }

  /** A picture of the studio in 2K, for {@link #DEAR_PRICE}. */
  public static Request dear(String prompt) {
    return Request.post(
        PATH, "{\"model\":\"studio-1\",\"prompt\":\"" + prompt + "\",\"resolution\":\"2K\"}");
  }
}
