package dev.waymark.server.generations;

import dev.waymark.server.commits.PartKind;
import dev.waymark.server.idempotency.KnownCalls;

/** What every start needs beside its own request. */
record StartParts(PartKind<KnownCalls> known, QueueRoom room) {}
