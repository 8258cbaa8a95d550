/** What test keys can do and live keys cannot: have any error that an operation declares. */
@NullMarked
package dev.waymark.server.sandbox;

import org.jspecify.annotations.NullMarked;
