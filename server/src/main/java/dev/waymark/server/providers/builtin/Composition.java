package dev.waymark.server.providers.builtin;

/** A picture ready to be looked at, point by point, through its frame. */
record Composition(Frame frame, Layer layer) {}
