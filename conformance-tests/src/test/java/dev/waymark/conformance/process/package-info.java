/** Programs that tests start, bounded in time and never left behind. */
@NullMarked
package dev.waymark.conformance.process;

import org.jspecify.annotations.NullMarked;
