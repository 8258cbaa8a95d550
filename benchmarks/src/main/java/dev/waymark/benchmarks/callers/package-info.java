/** What a call costs its caller: our client beside the bare JDK client and somebody else's. */
@NullMarked
package dev.waymark.benchmarks.callers;

import org.jspecify.annotations.NullMarked;
