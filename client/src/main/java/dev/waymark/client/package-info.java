/** The client: one small class a concern around the generated transport. */
@NullMarked
package dev.waymark.client;

import org.jspecify.annotations.NullMarked;
