/** What operators do: make and change accounts, and enter credits. */
@NullMarked
package dev.waymark.server.admin;

import org.jspecify.annotations.NullMarked;
