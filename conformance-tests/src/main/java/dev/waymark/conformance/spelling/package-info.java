/** Finds what somebody may have meant who wrote something that is not there. */
@NullMarked
package dev.waymark.conformance.spelling;

import org.jspecify.annotations.NullMarked;
