/** Test keys: a sandbox of their own, and any error on demand. */
@NullMarked
package dev.waymark.conformance.sandbox;

import org.jspecify.annotations.NullMarked;
