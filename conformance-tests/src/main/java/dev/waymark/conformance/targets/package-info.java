/** Who is tested: where it is, which keys open it, what it claims, and what can be done to it. */
@NullMarked
package dev.waymark.conformance.targets;

import org.jspecify.annotations.NullMarked;
