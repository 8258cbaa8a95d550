/** Bodies and queries that the contract does not allow. */
@NullMarked
package dev.waymark.conformance.laws.input;

import org.jspecify.annotations.NullMarked;
