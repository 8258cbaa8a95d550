package dev.waymark.server.providers;

/**
 * What a provider has made. The bytes are handed over, not copied: nobody changes them any more.
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes; never compared.
public record Media(byte[] content, String contentType) {}
