/** All that the kit can do to a server, as one suite. */
@NullMarked
package dev.waymark.conformance.suites;

import org.jspecify.annotations.NullMarked;
