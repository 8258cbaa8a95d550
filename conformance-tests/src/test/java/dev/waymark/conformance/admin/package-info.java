/** What an operator does: accounts and their credits. */
@NullMarked
package dev.waymark.conformance.admin;

import org.jspecify.annotations.NullMarked;
