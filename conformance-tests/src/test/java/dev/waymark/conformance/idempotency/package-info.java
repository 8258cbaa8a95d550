/** A resend is safe. */
@NullMarked
package dev.waymark.conformance.idempotency;

import org.jspecify.annotations.NullMarked;
