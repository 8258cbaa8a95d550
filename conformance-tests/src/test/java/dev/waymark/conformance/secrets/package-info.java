/** What must not be seen. */
@NullMarked
package dev.waymark.conformance.secrets;

import org.jspecify.annotations.NullMarked;
