/** That a server keeps the contract whatever it is sent. */
@NullMarked
package dev.waymark.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
