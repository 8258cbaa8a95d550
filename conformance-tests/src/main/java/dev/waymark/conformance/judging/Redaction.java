package dev.waymark.conformance.judging;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.secrets.KeyText;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hides what a driver lets out of its orders: keys and prompts, also where they were cut off. */
final class Redaction {
  private static final List<String> PROMPTS = List.of("prompt", "negative_prompt");

  /** Of a key or a prompt. Fewer characters could stand anywhere by chance. */
  private static final int FEWEST = 8;

  private static final URI NOWHERE = URI.create("http://127.0.0.1");

  private record Secret(String text, String instead) {}

  private final Set<Secret> secrets = new LinkedHashSet<>();

  private Redaction() {}

  /** Of all cases of a run: a driver may write of one what it read of another. */
  static Redaction of(List<ClientCase> cases) {
    Redaction redaction = new Redaction();
    cases.stream()
        .flatMap(one -> one.asks().stream())
        .forEach(ask -> redaction.add(ask.order("", NOWHERE)));
    return redaction;
  }

  private void add(Order order) {
    secrets.add(new Secret(KeyText.secretOf(order.key()), "(key)"));
    for (String name : PROMPTS) {
      String prompt = order.input().path(name).asText();
      String quoted = TextNode.valueOf(prompt).toString();
      secrets.add(new Secret(prompt, "(prompt)"));
      secrets.add(new Secret(quoted.substring(1, quoted.length() - 1), "(prompt)"));
    }
  }

  String clean(String text) {
    String clean = KeyText.hidden(text);
    for (Secret secret : secrets) {
      clean = without(secret, clean);
    }
    return clean;
  }

  /** Wherever it begins, for as long as it goes on. */
  private static String without(Secret secret, String text) {
    if (secret.text().length() < FEWEST) {
      return text;
    }
    String begin = secret.text().substring(0, FEWEST);
    StringBuilder clean = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, from)) {
      clean.append(text, from, at).append(secret.instead());
      from = at + shared(secret.text(), text, at);
    }
    return clean.append(text.substring(from)).toString();
  }

  private static int shared(String secret, String text, int at) {
    int length = 0;
    while (length < secret.length()
        && at + length < text.length()
        && secret.charAt(length) == text.charAt(at + length)) {
      length++;
    }
    return length;
  }
}
