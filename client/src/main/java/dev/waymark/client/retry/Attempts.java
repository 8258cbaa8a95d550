package dev.waymark.client.retry;

import java.time.Duration;

/**
 * How often a call was sent before it was given up.
 *
 * @param count 1 when it was not sent again, 0 when it was not sent at all
 * @param elapsed from its begin to the end of the last attempt
 * @param reason why there was none more
 * @param outcomeUnknown whether one of them may have been carried out though no answer says so
 */
public record Attempts(int count, Duration elapsed, GaveUp reason, boolean outcomeUnknown) {}
