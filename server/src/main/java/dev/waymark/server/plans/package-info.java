/** Plans: what an account's tier allows. */
@NullMarked
package dev.waymark.server.plans;

import org.jspecify.annotations.NullMarked;
