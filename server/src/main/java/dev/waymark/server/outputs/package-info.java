/** What generations made: kept for a while, served at addresses that nobody can guess. */
@NullMarked
package dev.waymark.server.outputs;

import org.jspecify.annotations.NullMarked;
