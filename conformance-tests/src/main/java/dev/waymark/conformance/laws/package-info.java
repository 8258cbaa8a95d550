/** What no schema can say: numbered laws, judged from outside with any server. */
@NullMarked
package dev.waymark.conformance.laws;

import org.jspecify.annotations.NullMarked;
