/** Our client and others before the judge, and the judge before the tests. */
@NullMarked
package dev.waymark.conformance.judging;

import org.jspecify.annotations.NullMarked;
