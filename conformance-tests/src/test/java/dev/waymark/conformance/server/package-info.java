/** The packaged server, started as a user would start it, and raw calls to it. */
@NullMarked
package dev.waymark.conformance.server;

import org.jspecify.annotations.NullMarked;
