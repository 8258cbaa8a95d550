package dev.waymark.conformance.command;

import dev.waymark.conformance.targets.ProfileProblem;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program. */
@Command(
    name = "waymark-conformance",
    description = "Judges any server and any client of the Waymark contract: is it kept?",
    mixinStandardHelpOptions = true,
    versionProvider = Kit.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "First run, against a Waymark on this machine (its first start prints the operator key):",
      "  export WAYMARK_OPERATOR_KEY=wm_live_...",
      "  waymark-conformance server --url http://127.0.0.1:8080",
      "",
      "Exit codes: 0 kept, 1 broken or nothing seen, 2 the command is wrong,",
      "3 the kit itself went wrong.",
      "Each command has its own --help."
    })
public final class Conformance {
  /** For JVMs that read a variable before they end. */
  private static final int USAGE = ExitCode.USAGE;

  private static final int HARNESS = 3;

  private Conformance() {}

  static void main(String[] arguments) {
    // The schema validator brings SLF4J, which otherwise complains that nobody wants to read a log.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            isTerminal,
            System.getenv(),
            InstantSource.system(),
            new OwnSuites());
    System.exit(run(surroundings, arguments));
  }

  /** Does what the words say; returns the exit code. */
  public static int run(Surroundings surroundings, String... arguments) {
    CommandLine line = new CommandLine(new Conformance());
    line.addSubcommand(new ServerCommand(surroundings));
    line.addSubcommand(new ClientCommand(surroundings));
    line.addSubcommand(new JudgeCommand(surroundings));
    line.addSubcommand(new FaultsCommand(surroundings));
    line.addSubcommand(new ExplainCommand(surroundings));
    line.addSubcommand(new ObligationsCommand(surroundings));
    line.addSubcommand(new MatrixCommand(surroundings));
    line.setOut(new java.io.PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpAutoWidth(surroundings.isTerminal());
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((problem, _) -> {
      surroundings.err().println(problem.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(
          problem, new java.io.PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
      surroundings
          .err()
          .printf("Try: %s --help%n", problem.getCommandLine().getCommandSpec().qualifiedName());
      return USAGE;
    });
    line.setExecutionExceptionHandler((problem, _, _) -> failed(surroundings, problem));
    if (arguments.length == 0) {
      line.usage(surroundings.err());
      return USAGE;
    }
    return executed(line, surroundings, arguments);
  }

  /** An error of the JVM is the kit's too, and no verdict on anybody. */
  private static int executed(CommandLine line, Surroundings surroundings, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError | AssertionError e) {
      surroundings.err().println("The kit itself went wrong, please report this: " + e);
      return HARNESS;
    }
  }

  private static int failed(Surroundings surroundings, Exception problem) {
    if (problem instanceof ProfileProblem || problem instanceof Usage) {
      surroundings.err().println(problem.getMessage());
      return USAGE;
    }
    if (problem instanceof UncheckedIOException) {
      surroundings.err().println("A file or a connection failed: " + problem.getMessage());
      return HARNESS;
    }
    surroundings.err().println("The kit itself went wrong, please report this:");
    problem.printStackTrace(surroundings.err());
    return HARNESS;
  }
}
