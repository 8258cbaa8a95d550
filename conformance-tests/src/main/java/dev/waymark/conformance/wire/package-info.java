/** Raw HTTP to a server under test, with every answer held against the contract. */
@NullMarked
package dev.waymark.conformance.wire;

import org.jspecify.annotations.NullMarked;
