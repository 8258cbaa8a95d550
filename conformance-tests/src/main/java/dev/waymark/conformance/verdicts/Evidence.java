package dev.waymark.conformance.verdicts;

/**
 * Something that was seen, as text for a person: keys, prompts and media are taken out before.
 *
 * @param request what was sent: request line, headers, body
 * @param answer what came back
 * @param curl the command that does the same, with a variable in the place of a key; empty where
 *     there is none
 */
public record Evidence(String request, String answer, String curl) {}
