/** Whether, when and how often a request is sent again. */
@NullMarked
package dev.waymark.client.retry;

import org.jspecify.annotations.NullMarked;
