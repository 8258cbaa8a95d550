/** Keys and the account behind them. */
@NullMarked
package dev.waymark.conformance.accounts;

import org.jspecify.annotations.NullMarked;
