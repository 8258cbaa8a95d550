package dev.waymark.client.retry;

import java.time.Duration;
import java.util.Optional;

/**
 * A call is about to be sent again.
 *
 * @param operation the contract's name of it
 * @param attempt the number of the attempt that comes, from 2 on
 * @param pause how long it is waited for
 * @param status of the answer; empty when there was none
 * @param code of the answer; empty when it is not the contract's
 * @param requestId of the attempt that failed
 * @param reason in a few words, for people: the status and code, or the kind of failure
 */
public record Retrying(
    String operation,
    int attempt,
    Duration pause,
    Optional<Integer> status,
    Optional<String> code,
    Optional<String> requestId,
    String reason) {}
