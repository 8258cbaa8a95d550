/** What survives the end of a process. */
@NullMarked
package dev.waymark.conformance.restarts;

import org.jspecify.annotations.NullMarked;
