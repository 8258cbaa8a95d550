/** Credits: held, settled, released, never overspent. */
@NullMarked
package dev.waymark.conformance.wallet;

import org.jspecify.annotations.NullMarked;
