/** The life of a generation, as its caller sees it. */
@NullMarked
package dev.waymark.conformance.generations;

import org.jspecify.annotations.NullMarked;
