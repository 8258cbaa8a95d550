/** Where calls come from: network addresses, ranges of them, and the proxies that are believed. */
@NullMarked
package dev.waymark.server.addresses;

import org.jspecify.annotations.NullMarked;
