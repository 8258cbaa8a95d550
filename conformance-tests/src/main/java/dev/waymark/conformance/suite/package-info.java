/** Runs cases against who is tested, and keeps the books of what each of them found. */
@NullMarked
package dev.waymark.conformance.suite;

import org.jspecify.annotations.NullMarked;
