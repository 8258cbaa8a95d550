package dev.waymark.conformance.provoke;

/** How an answer is brought about. */
public enum Means {
  GOOD("a request that is right"),
  INPUT("a request that is wrong"),
  STATE("a state that was brought about before"),
  LOAD("more calls than there is room for"),
  SANDBOX("a test key that asks for it"),
  HOOK("trouble that is brought on the server beside calling it"),
  RAW("bytes that no HTTP client would send");

  private final String meaning;

  Means(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
