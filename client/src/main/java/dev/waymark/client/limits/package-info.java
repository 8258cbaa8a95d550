/** The limits that answers tell of, and calls that keep to them by themselves. */
@NullMarked
package dev.waymark.client.limits;

import org.jspecify.annotations.NullMarked;
