/** Servers that break one clause each, and servers that break none and are unlike ours. */
@NullMarked
package dev.waymark.conformance.mutants;

import org.jspecify.annotations.NullMarked;
