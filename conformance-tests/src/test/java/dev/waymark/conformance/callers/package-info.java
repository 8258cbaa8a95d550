/** Programs that were written against other documents, and that meet Waymark unchanged. */
@NullMarked
package dev.waymark.conformance.callers;

import org.jspecify.annotations.NullMarked;
