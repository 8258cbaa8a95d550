/** The rolling window of a key: how many calls it admits, and what is told of it. */
@NullMarked
package dev.waymark.conformance.laws.rate;

import org.jspecify.annotations.NullMarked;
