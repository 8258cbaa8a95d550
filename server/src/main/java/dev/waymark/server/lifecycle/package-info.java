/** The order of starting and stopping, for whatever runs beside requests. */
@NullMarked
package dev.waymark.server.lifecycle;

import org.jspecify.annotations.NullMarked;
