/** The error catalogue as data: what each code means and what to do next. */
@NullMarked
package dev.waymark.server.errors;

import org.jspecify.annotations.NullMarked;
