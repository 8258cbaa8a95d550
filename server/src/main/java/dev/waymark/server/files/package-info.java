/** Files that configure the server, read strictly: whatever is wrong in one is told in one line. */
@NullMarked
package dev.waymark.server.files;

import org.jspecify.annotations.NullMarked;
