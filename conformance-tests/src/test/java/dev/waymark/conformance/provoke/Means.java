package dev.waymark.conformance.provoke;

/** How an error is brought about. */
enum Means {
  INPUT("a request that is wrong"),
  STATE("a state that was brought about before"),
  LOAD("more calls than there is room for"),
  FAULT("a part of the server that fails"),
  RAW("bytes that no HTTP client would send");

  private final String meaning;

  Means(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }
}
