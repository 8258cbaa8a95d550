/** Clients that differ from ours in one thing: broken ones, to be caught, and others, not to be. */
@NullMarked
package dev.waymark.conformance.mutants.clients;

import org.jspecify.annotations.NullMarked;
