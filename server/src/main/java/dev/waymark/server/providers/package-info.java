/** Where generated media come from: one package per upstream protocol, plus the built-in one. */
@NullMarked
package dev.waymark.server.providers;

import org.jspecify.annotations.NullMarked;
