/** The same error in every rendering, and which one a caller gets. */
@NullMarked
package dev.waymark.conformance.renderings;

import org.jspecify.annotations.NullMarked;
