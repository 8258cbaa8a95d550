/** Our own server, judged by the kit. */
@NullMarked
package dev.waymark.conformance.ours;

import org.jspecify.annotations.NullMarked;
