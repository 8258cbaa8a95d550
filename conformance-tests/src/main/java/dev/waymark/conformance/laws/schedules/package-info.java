/** Random lists of steps from a seed, and how a failing one is made small. */
@NullMarked
package dev.waymark.conformance.laws.schedules;

import org.jspecify.annotations.NullMarked;
