/** The server as a program: it starts everything, says where it listens, and stops everything. */
@NullMarked
package dev.waymark.server;

import org.jspecify.annotations.NullMarked;
