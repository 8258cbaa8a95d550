/** The wallet: whole credits in an append-only ledger that cannot overspend or lose one. */
@NullMarked
package dev.waymark.server.wallet;

import org.jspecify.annotations.NullMarked;
