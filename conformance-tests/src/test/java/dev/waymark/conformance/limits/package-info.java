/** Calls per minute and generations in flight. */
@NullMarked
package dev.waymark.conformance.limits;

import org.jspecify.annotations.NullMarked;
