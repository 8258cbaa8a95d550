/** Programs that keep to the protocol, and programs that do not. */
@NullMarked
package dev.waymark.conformance.drivers;

import org.jspecify.annotations.NullMarked;
