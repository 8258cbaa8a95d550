/**
 * The edge of the server, over bare sockets: what arrives badly, late, too often or from a page.
 */
@NullMarked
package dev.waymark.conformance.edge;

import org.jspecify.annotations.NullMarked;
