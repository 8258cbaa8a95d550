/** Plays scripts of faults to the whole client, and judges what it did by the contract alone. */
@NullMarked
package dev.waymark.client.script;

import org.jspecify.annotations.NullMarked;
