/** The kit's command line. */
@NullMarked
package dev.waymark.conformance.command;

import org.jspecify.annotations.NullMarked;
