/** Hashes, where equality or secrecy of bytes is all that matters. */
@NullMarked
package dev.waymark.server.hashing;

import org.jspecify.annotations.NullMarked;
