@NullMarked
package dev.waymark.server.settings;

import org.jspecify.annotations.NullMarked;
