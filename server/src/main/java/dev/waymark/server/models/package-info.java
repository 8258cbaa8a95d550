/** The models and plans on offer, and what they cost. */
@NullMarked
package dev.waymark.server.models;

import org.jspecify.annotations.NullMarked;
