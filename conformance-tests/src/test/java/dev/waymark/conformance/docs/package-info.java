/** The catalogue as people and caches meet it. */
@NullMarked
package dev.waymark.conformance.docs;

import org.jspecify.annotations.NullMarked;
