/** Tests of the kit's own part of this name. */
@NullMarked
package dev.waymark.conformance.secrets;

import org.jspecify.annotations.NullMarked;
