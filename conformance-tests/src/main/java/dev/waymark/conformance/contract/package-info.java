/** The contract as tests read it, and that it is at one with itself. */
@NullMarked
package dev.waymark.conformance.contract;

import org.jspecify.annotations.NullMarked;
