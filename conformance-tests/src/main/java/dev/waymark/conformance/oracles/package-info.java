/** Judges answers: each oracle says which clauses of the contract an answer breaks, and how. */
@NullMarked
package dev.waymark.conformance.oracles;

import org.jspecify.annotations.NullMarked;
