/** What can be looked up of one's own calls. */
@NullMarked
package dev.waymark.conformance.requests;

import org.jspecify.annotations.NullMarked;
