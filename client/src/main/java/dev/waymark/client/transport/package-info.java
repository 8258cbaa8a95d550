/** One request over the network and its answer. Not for use from outside: it may change. */
@NullMarked
package dev.waymark.client.transport;

import org.jspecify.annotations.NullMarked;
