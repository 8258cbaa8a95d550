/**
 * The client for Java programs: one small class a concern around the generated requests.
 *
 * <p>{@link dev.waymark.client.WaymarkClient} is a server, called with one key. Each part of the
 * contract is an interface of it, and one call of a method is one call of the API, sent again where
 * the contract says that this may help.
 *
 * <pre>{@code
 * try (WaymarkClient waymark = WaymarkClient.builder().baseUrl(server).key(key).build()) {
 *   GenerationRequest request = GenerationRequest.of("atlas-1", "a mountain lake at dusk");
 *   waymark.generations().run(request, Duration.ofMinutes(2)).download(Path.of("lake.png"));
 * } catch (WaymarkException failure) {
 *   System.err.println(failure.code() + ": " + failure.next());
 * }
 * }</pre>
 *
 * <p>What holds of every call:
 *
 * <ul>
 *   <li>It ends in its result or in a {@link dev.waymark.client.WaymarkException}, whose class says
 *       what the caller can do. What can be seen to be wrong without a server, such as a blank id,
 *       is an {@link IllegalArgumentException}; a client that is closed, an {@link
 *       IllegalStateException}; a file that cannot be written, an {@link
 *       java.io.UncheckedIOException}.
 *   <li>It is sent again only if that may help and cannot do more than once what it does; never
 *       before the time that the server named; within the {@link
 *       dev.waymark.client.retry.RetryPolicy}. One {@code Idempotency-Key} goes with all attempts.
 *   <li>An interrupt ends it at once, as a {@link dev.waymark.client.WaymarkInterruptedException}.
 *   <li>Keys, prompts and the addresses of outputs stand in no log line and in no exception. The
 *       key goes to the server of the base URL and nowhere else: redirects are not followed, and
 *       the addresses of outputs get none.
 *   <li>It may be made from many threads at once. Nothing is static: two clients share nothing.
 * </ul>
 *
 * <p>Answers are records that never change. What a newer server adds is passed over; what it names
 * with words that this version does not know is {@code UNKNOWN} or comes as text.
 */
@NullMarked
package dev.waymark.client;

import org.jspecify.annotations.NullMarked;
