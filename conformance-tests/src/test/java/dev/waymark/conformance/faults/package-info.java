/** That the fault server does what scripts say. */
@NullMarked
package dev.waymark.conformance.faults;

import org.jspecify.annotations.NullMarked;
