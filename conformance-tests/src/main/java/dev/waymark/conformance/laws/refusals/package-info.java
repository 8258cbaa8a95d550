/** What refusals owe beside what each answer shows by itself. */
@NullMarked
package dev.waymark.conformance.laws.refusals;

import org.jspecify.annotations.NullMarked;
