package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.faults.Script;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All cases of a pace. */
public final class ClientCases {
  private static final int HERD = 6;

  private ClientCases() {}

  public static List<ClientCase> of(Contract contract, Pace pace) {
    Cast cast = new Cast(contract, pace);
    return Stream.of(
            new CodeCases(contract, pace).all(),
            new WaitCases(cast).all(),
            new AnswerCases(cast).all(),
            new SilenceCases(cast).all())
        .flatMap(List::stream)
        .toList();
  }

  /** All that is played in real time, callers that come together as one of them. */
  public static List<ClientCase> inRealTime(Contract contract) {
    return Stream.concat(
            of(contract, Pace.REAL).stream(), herd(contract, Pace.REAL).stream().limit(1))
        .toList();
  }

  /** Callers that meet the same at the same time. */
  static List<ClientCase> herd(Contract contract, Pace pace) {
    Cast cast = new Cast(contract, pace);
    return IntStream.rangeClosed(1, HERD)
        .mapToObj(number ->
            ClientCase.of(
                Cast.script(
                    "herd-" + number,
                    "503, then 202, to several callers",
                    cast.error("OVERLOADED"),
                    cast.accepted()),
                cast.start(),
                "SEND-10"))
        .toList();
  }

  /** So many, each soon over, in which a client does most of what it can. */
  static List<ClientCase> warmUp(Contract contract, Pace pace, int cases) {
    Cast cast = new Cast(contract, pace);
    return IntStream.rangeClosed(1, cases)
        .mapToObj(number ->
            ClientCase.of(
                Cast.script(
                    "warm-up-" + number,
                    "503, then 202",
                    Cast.naming(cast.error("OVERLOADED"), Duration.ofMillis(50)),
                    cast.accepted()),
                cast.start()))
        .toList();
  }

  /** What a fault server can play for whoever likes to try a client by hand. */
  public static List<Script> scripts(Contract contract) {
    return of(contract, Pace.REAL).stream().map(ClientCase::script).toList();
  }
}
