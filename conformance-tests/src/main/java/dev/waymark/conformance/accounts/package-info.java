/** Accounts and keys of the server under test, made over the wire like everything else. */
@NullMarked
package dev.waymark.conformance.accounts;

import org.jspecify.annotations.NullMarked;
