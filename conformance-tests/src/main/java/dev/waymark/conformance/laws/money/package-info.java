/** Credits, holds, quotas and slots: every answer tells what the ledger has. */
@NullMarked
package dev.waymark.conformance.laws.money;

import org.jspecify.annotations.NullMarked;
