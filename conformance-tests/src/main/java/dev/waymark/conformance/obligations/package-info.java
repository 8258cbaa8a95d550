/** What is owed, row by row, compiled from the contract and the numbered rules. */
@NullMarked
package dev.waymark.conformance.obligations;

import org.jspecify.annotations.NullMarked;
