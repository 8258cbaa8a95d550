/**
 * Generations from the accepted call to the final status: hold, queue, worker, settle or release.
 */
@NullMarked
package dev.waymark.server.generations;

import org.jspecify.annotations.NullMarked;
