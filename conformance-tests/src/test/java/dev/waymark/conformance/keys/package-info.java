/** Keys that are made, limited, changed and revoked over the wire. */
@NullMarked
package dev.waymark.conformance.keys;

import org.jspecify.annotations.NullMarked;
