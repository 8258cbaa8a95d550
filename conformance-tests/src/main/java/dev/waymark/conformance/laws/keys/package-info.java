/** What a key opens, for whom and for how long. */
@NullMarked
package dev.waymark.conformance.laws.keys;

import org.jspecify.annotations.NullMarked;
