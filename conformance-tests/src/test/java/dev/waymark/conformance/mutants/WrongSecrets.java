package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one account has, shown to another one, and keys that are shown again. */
final class WrongSecrets {
  private WrongSecrets() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.remembering(
            "generation-of-another-shown",
            "A generation of another account is shown.",
            () -> new Owners("GENERATION_NOT_FOUND", "getGeneration", "/generation_id")),
        Mutant.remembering(
            "key-of-another-shown",
            "A key of another account is shown.",
            () -> new Owners("KEY_NOT_FOUND", "getKey", "/api_key/key_id")),
        Mutant.remembering(
            "call-of-another-shown",
            "A call of another account is shown.",
            () -> new Owners("REQUEST_NOT_FOUND", "getRequest", "")),
        Mutant.remembering(
            "list-with-those-of-another",
            "A list of generations has one of another account at its end.",
            Mixing::new),
        Mutant.remembering(
            "key-shown-again", "Whoever reads a key is shown all of it.", ShownAgain::new));
  }

  /**
   * Remembers who has made what, and asks again as that one.
   *
   * @param id where an answer that makes something tells its id; empty for the request id
   */
  private record Owners(String code, String operation, String id, Map<String, String> keys)
      implements Filter {
    Owners(String code, String operation, String id) {
      this(code, operation, id, new ConcurrentHashMap<>());
    }

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      Optional<String> key = Behind.key(asked);
      if (!answer.isError()) {
        String made =
            id.isEmpty()
                ? answer.header("X-Request-Id").orElse("")
                : answer.json().map(body -> body.at(id).asText()).orElse("");
        Optional<String> shown =
            answer.json().map(body -> body.path("key").asText()).filter(one -> !one.isEmpty());
        shown
            .or(() -> key)
            .filter(_ -> !made.isEmpty())
            .ifPresent(owner -> keys.putIfAbsent(made, owner));
        return answer;
      }
      return Optional.of(Calls.part(asked, 4))
          .filter(_ -> Errors.has(answer, code) && Calls.is(asked, operation))
          .map(keys::get)
          .map(owner -> behind.send(Behind.by(owner, asked)))
          .orElse(answer);
    }
  }

  private static final class Mixing implements Filter {
    private final Map<String, JsonNode> started = new ConcurrentHashMap<>();

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      String account = Behind.key(asked).flatMap(behind::account).orElse("");
      if (answer.status() == 202) {
        answer.json().ifPresent(generation -> started.put(account, generation));
      }
      Optional<JsonNode> foreign =
          started.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(account))
              .map(Map.Entry::getValue)
              .findFirst();
      return foreign.isPresent() && Calls.is(asked, "listGenerations") && !answer.isError()
          ? answer.withJson(page -> {
            ((ArrayNode) page.path("data")).add(foreign.get());
            return page;
          })
          : answer;
    }
  }

  private static final class ShownAgain implements Filter {
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    @Override
    public Answer answer(Request asked, Answer answer, Behind behind) {
      answer
          .json()
          .filter(body -> body.has("key") && body.has("api_key"))
          .ifPresent(
              body -> keys.put(body.at("/api_key/key_id").asText(), body.path("key").asText()));
      String key = keys.get(Calls.part(asked, 4));
      return key != null && Calls.is(asked, "getKey") && !answer.isError()
          ? answer.withJson(body -> body.put("key", key))
          : answer;
    }
  }
}
