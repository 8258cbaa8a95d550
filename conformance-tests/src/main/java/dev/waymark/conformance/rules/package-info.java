/** The numbered rules of the wire, and which test checks which. */
@NullMarked
package dev.waymark.conformance.rules;

import org.jspecify.annotations.NullMarked;
