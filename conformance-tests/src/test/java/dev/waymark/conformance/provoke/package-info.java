/** Every operation is made to give every code that it lists. */
@NullMarked
package dev.waymark.conformance.provoke;

import org.jspecify.annotations.NullMarked;
