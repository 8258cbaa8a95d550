/** Brings about every answer that the contract documents, from outside. */
@NullMarked
package dev.waymark.conformance.provoke;

import org.jspecify.annotations.NullMarked;
