/** Requests that reach no operation, and answers that owe more to HTTP than to us. */
@NullMarked
package dev.waymark.conformance.http;

import org.jspecify.annotations.NullMarked;
