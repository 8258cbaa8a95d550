/** Tests of the kit's own part of this name. */
@NullMarked
package dev.waymark.conformance.command;

import org.jspecify.annotations.NullMarked;
