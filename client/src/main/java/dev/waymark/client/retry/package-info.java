/**
 * Whether, when and how often a request is sent again.
 *
 * <p>Callers set a {@link dev.waymark.client.retry.RetryPolicy}, hear of retries by a {@link
 * dev.waymark.client.retry.CallListener}, and find in {@link dev.waymark.client.retry.Attempts} why
 * a call was given up. The rest is the client's own and may change: one attempt after the other in
 * {@code RetryLoop}, each judged by {@code RetryDecision}, a pure function of the answer. What may
 * be sent again is no setting. It follows from the contract's catalogue for the codes that this
 * version knows, for others from the answer's own {@code retry}, then from {@code X-Should-Retry},
 * then from the status. {@code X-Should-Retry: false} ends it in any case.
 */
@NullMarked
package dev.waymark.client.retry;

import org.jspecify.annotations.NullMarked;
