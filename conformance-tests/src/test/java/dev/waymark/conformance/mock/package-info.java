/** That the mock answers with all that the contract documents. */
@NullMarked
package dev.waymark.conformance.mock;

import org.jspecify.annotations.NullMarked;
