/** What can be generated. */
@NullMarked
package dev.waymark.conformance.models;

import org.jspecify.annotations.NullMarked;
