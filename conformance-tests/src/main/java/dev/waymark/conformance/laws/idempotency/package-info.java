/** One effect for each Idempotency-Key. */
@NullMarked
package dev.waymark.conformance.laws.idempotency;

import org.jspecify.annotations.NullMarked;
