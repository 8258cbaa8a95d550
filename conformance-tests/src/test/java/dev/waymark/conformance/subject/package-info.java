/**
 * The server under test, in this process: real database, real HTTP, with time and the provider in
 * the tests' hands.
 */
@NullMarked
package dev.waymark.conformance.subject;

import org.jspecify.annotations.NullMarked;
