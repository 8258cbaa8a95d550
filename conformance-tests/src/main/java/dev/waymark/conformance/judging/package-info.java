/** Holds what a client sent, when, and what it says of it, against what clients owe. */
@NullMarked
package dev.waymark.conformance.judging;

import org.jspecify.annotations.NullMarked;
