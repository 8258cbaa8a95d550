/** When several things are wrong: the order of checks. */
@NullMarked
package dev.waymark.conformance.order;

import org.jspecify.annotations.NullMarked;
