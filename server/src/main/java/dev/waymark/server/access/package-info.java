/**
 * Who is calling: API keys, the accounts and plans behind them, and the filter that lets only them
 * through.
 */
@NullMarked
package dev.waymark.server.access;

import org.jspecify.annotations.NullMarked;
