/**
 * The contract at run time: its operations, request ids, and the one place that turns a failure
 * into an answer.
 */
@NullMarked
package dev.waymark.server.contract;

import org.jspecify.annotations.NullMarked;
