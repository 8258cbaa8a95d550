/** The operations on an account's keys: make, look at, change and revoke them. */
@NullMarked
package dev.waymark.server.keys;

import org.jspecify.annotations.NullMarked;
