/** SDKs of others, as they are published, against a Waymark. */
@NullMarked
package dev.waymark.conformance.sdk;

import org.jspecify.annotations.NullMarked;
