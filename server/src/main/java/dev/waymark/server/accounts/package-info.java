/** Accounts: what they are at this moment, and the two that a first start makes. */
@NullMarked
package dev.waymark.server.accounts;

import org.jspecify.annotations.NullMarked;
