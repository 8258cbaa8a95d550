/**
 * Scripted faults: what meets each attempt of a call, on sockets or in memory, and what arrived.
 */
@NullMarked
package dev.waymark.conformance.faults;

import org.jspecify.annotations.NullMarked;
