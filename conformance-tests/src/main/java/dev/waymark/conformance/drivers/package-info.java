/** Tells any client, in any language, what to call, and reads what it came to. */
@NullMarked
package dev.waymark.conformance.drivers;

import org.jspecify.annotations.NullMarked;
