/**
 * What an operator can set: where values come from, what they may be, and how a wrong one is told.
 */
@NullMarked
package dev.waymark.server.settings;

import org.jspecify.annotations.NullMarked;
