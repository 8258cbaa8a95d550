/** When several things are wrong: which one is told, and what is used up. */
@NullMarked
package dev.waymark.conformance.laws.order;

import org.jspecify.annotations.NullMarked;
