package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.server.ids.RequestId;
import java.net.URI;

/**
 * One error as it is answered, before any rendering: all five bodies are made of this and no more.
 */
record AnsweredError(ApiError error, URI docs, RequestId requestId, Charge charge) {}
