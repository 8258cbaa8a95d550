/** The life of generations, and the lists of them. */
@NullMarked
package dev.waymark.conformance.laws.lives;

import org.jspecify.annotations.NullMarked;
