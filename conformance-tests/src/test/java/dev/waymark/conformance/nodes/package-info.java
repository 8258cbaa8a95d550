/** Several servers on one PostgreSQL and one Redis: what holds for all of them together. */
@NullMarked
package dev.waymark.conformance.nodes;

import org.jspecify.annotations.NullMarked;
