package dev.waymark.benchmarks;

import dev.waymark.benchmarks.load.Measured;

/**
 * One round of one server.
 *
 * @param serverMicros processor time of the server for each call, in millionths of a second
 * @param databaseMicros the same of PostgreSQL
 * @param loadMicros the same of the load generator
 * @param mebibytes what the server had of the memory at the end
 */
record Round(
    Measured measured,
    double serverMicros,
    double databaseMicros,
    double loadMicros,
    double mebibytes) {}
