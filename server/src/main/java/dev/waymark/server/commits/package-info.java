/**
 * Group commit: what happens at the same time shares a transaction, and is answered after its
 * commit.
 */
@NullMarked
package dev.waymark.server.commits;

import org.jspecify.annotations.NullMarked;
