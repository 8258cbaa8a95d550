/** How much JSON the server is ready to read. */
@NullMarked
package dev.waymark.server.json;

import org.jspecify.annotations.NullMarked;
