/** Keys and prompts: what they look like in any text, to find and to hide them. */
@NullMarked
package dev.waymark.conformance.secrets;

import org.jspecify.annotations.NullMarked;
