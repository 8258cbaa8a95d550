/** Our own client against our own server. */
@NullMarked
package dev.waymark.conformance.clients;

import org.jspecify.annotations.NullMarked;
