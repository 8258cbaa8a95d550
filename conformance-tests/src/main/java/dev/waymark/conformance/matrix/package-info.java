/** The error contract as a table: for review, for people, and to say what a change of it means. */
@NullMarked
package dev.waymark.conformance.matrix;

import org.jspecify.annotations.NullMarked;
