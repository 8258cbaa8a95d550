/** What a run came to, for programs, for people and for build servers. */
@NullMarked
package dev.waymark.conformance.reports;

import org.jspecify.annotations.NullMarked;
