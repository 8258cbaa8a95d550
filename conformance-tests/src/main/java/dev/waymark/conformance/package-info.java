/** The rules of the contract, each a test against a running server. */
@NullMarked
package dev.waymark.conformance;

import org.jspecify.annotations.NullMarked;
