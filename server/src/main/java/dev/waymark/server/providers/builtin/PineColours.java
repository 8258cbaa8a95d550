package dev.waymark.server.providers.builtin;

/** The tops of the trees, their feet, and what they stand on. */
record PineColours(Colour tips, Colour shade, Colour soil) {}
