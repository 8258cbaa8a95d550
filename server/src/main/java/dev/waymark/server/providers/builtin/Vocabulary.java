package dev.waymark.server.providers.builtin;

import java.util.ArrayList;
import java.util.List;

/** A closed set of things a prompt can ask for, each by a few words. */
interface Vocabulary {
  /** Lower case, singular, with a space between them. */
  String words();

  /** What the words ask for, in the order of the prompt, each once. */
  static <T extends Vocabulary> List<T> find(List<String> words, List<T> known) {
    List<T> found = new ArrayList<>();
    for (String word : words) {
      for (T candidate : known) {
        if (List.of(candidate.words().split(" ", -1)).contains(word)
            && !found.contains(candidate)) {
          found.add(candidate);
        }
      }
    }
    return List.copyOf(found);
  }
}
