/**
 * Connections below the application: how many there are, how long a request may take to arrive, and
 * what of HTTP is accepted. Only whole requests that keep the law go further.
 */
@NullMarked
package dev.waymark.server.connections;

import org.jspecify.annotations.NullMarked;
