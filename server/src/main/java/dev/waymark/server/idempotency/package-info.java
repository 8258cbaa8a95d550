/**
 * Makes a resend safe: the first answer again for the same key and body, and never a second effect.
 */
@NullMarked
package dev.waymark.server.idempotency;

import org.jspecify.annotations.NullMarked;
