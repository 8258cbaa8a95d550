/** The catalogue as it is served, HEAD, and calls that are looked up. */
@NullMarked
package dev.waymark.conformance.laws.catalogue;

import org.jspecify.annotations.NullMarked;
