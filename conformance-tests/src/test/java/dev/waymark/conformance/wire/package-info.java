/** What comes over the wire is read as HTTP says, whoever sent it. */
@NullMarked
package dev.waymark.conformance.wire;

import org.jspecify.annotations.NullMarked;
