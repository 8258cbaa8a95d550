/** The model of a key's window, which judges by what can be known from outside. */
@NullMarked
package dev.waymark.conformance.laws.rate;

import org.jspecify.annotations.NullMarked;
