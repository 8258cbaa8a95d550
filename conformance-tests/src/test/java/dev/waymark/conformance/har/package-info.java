/** Tests of the kit's own part of this name. */
@NullMarked
package dev.waymark.conformance.har;

import org.jspecify.annotations.NullMarked;
