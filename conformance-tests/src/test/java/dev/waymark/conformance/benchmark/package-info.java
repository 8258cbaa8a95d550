/** Whether the kit sees what is broken, beside other tools and on the same traffic. */
@NullMarked
package dev.waymark.conformance.benchmark;

import org.jspecify.annotations.NullMarked;
