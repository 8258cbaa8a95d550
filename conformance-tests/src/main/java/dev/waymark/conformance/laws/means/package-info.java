/** What laws work with: rulings, generations that stay in flight, wallets, an operator. */
@NullMarked
package dev.waymark.conformance.laws.means;

import org.jspecify.annotations.NullMarked;
