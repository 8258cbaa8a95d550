package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.matrix.Change;
import dev.waymark.conformance.matrix.Changes;
import dev.waymark.conformance.matrix.ErrorMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code matrix}. */
@Command(
    name = "matrix",
    description = {
      "Prints the error matrix of the contract, or what has changed since another.",
      "It is every error of every operation, with its status, strategy, X-Should-Retry, required",
      "headers and shapes."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  waymark-conformance matrix --out conformance-tests/error-matrix.json",
      "  waymark-conformance matrix --against conformance-tests/error-matrix.json",
      "  git show main:conformance-tests/error-matrix.json | waymark-conformance matrix --against -",
      "",
      "BREAKING: an operation or code is gone, a status, strategy or X-Should-Retry is another, a",
      "header is no longer required, a shape is gone. ADDITIVE: a new operation, a new code on an old",
      "one, a header newly required. NEUTRAL: nobody can notice.",
      "Exit codes: 0 nothing BREAKING, 1 BREAKING, 2 the command is wrong."
    })
final class MatrixCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--against",
      paramLabel = "OLD.json",
      description = "Say what has changed since this matrix; - reads it from the standard input.")
  private @Nullable Path against;

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description = "Another contract than the one in this kit.")
  private @Nullable Path contract;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the matrix there.")
  private @Nullable Path out;

  MatrixCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ErrorMatrix now = ErrorMatrix.of(contract());
    if (out != null) {
      Texts.write(out, now.json(), "--out");
    }
    if (against == null) {
      if (out == null) {
        surroundings.out().print(now.json());
      }
      return 0;
    }
    List<Change> changes = Changes.between(old(against), now);
    changes.forEach(surroundings.out()::println);
    boolean breaks = changes.stream().anyMatch(change -> change.weight() == Change.Weight.BREAKING);
    surroundings
        .out()
        .println(
            changes.isEmpty()
                ? "Nothing has changed."
                : breaks
                    ? "The error contract is broken for callers who keep the old one."
                    : "Callers who keep the old contract go on as before.");
    return breaks ? 1 : 0;
  }

  private Contract contract() {
    if (contract == null) {
      return Contract.read();
    }
    Texts.read(contract);
    return Contract.read(contract);
  }

  private static ErrorMatrix old(Path file) {
    try {
      String text =
          file.toString().equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Texts.read(file);
      return ErrorMatrix.parsed(text);
    } catch (IllegalArgumentException e) {
      throw new Usage(
          "%s cannot be compared: %s; name one that \"waymark-conformance matrix --out\" wrote."
              .formatted(file, e.getMessage()));
    } catch (IOException e) {
      throw new Usage("The standard input cannot be read; name a file.");
    }
  }
}
