/** The laws themselves: our server keeps them, and servers that lie do not. */
@NullMarked
package dev.waymark.conformance.laws;

import org.jspecify.annotations.NullMarked;
