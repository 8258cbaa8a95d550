/**
 * The error catalogue as pages for people: what happened, what to do, and how that is programmed.
 */
@NullMarked
package dev.waymark.server.docs;

import org.jspecify.annotations.NullMarked;
