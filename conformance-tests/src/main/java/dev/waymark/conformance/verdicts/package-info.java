/** What has been found out about each obligation, and with which evidence. */
@NullMarked
package dev.waymark.conformance.verdicts;

import org.jspecify.annotations.NullMarked;
