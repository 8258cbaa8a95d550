/** Downloads. */
@NullMarked
package dev.waymark.conformance.outputs;

import org.jspecify.annotations.NullMarked;
