/**
 * The request log: how each answered call ended, for the account that made it, for a bounded time;
 * written beside the calls and never in their way.
 */
@NullMarked
package dev.waymark.server.requests;

import org.jspecify.annotations.NullMarked;
