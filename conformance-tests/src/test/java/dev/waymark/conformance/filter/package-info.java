/**
 * A proxy before a server, which lets everything through as it is but for what a filter changes.
 */
@NullMarked
package dev.waymark.conformance.filter;

import org.jspecify.annotations.NullMarked;
