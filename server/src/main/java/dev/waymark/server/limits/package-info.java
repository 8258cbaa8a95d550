/** The ceilings: an exact rolling window of calls, and generations in flight. */
@NullMarked
package dev.waymark.server.limits;

import org.jspecify.annotations.NullMarked;
