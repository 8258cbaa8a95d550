package dev.waymark.server.wallet;

import dev.waymark.server.ids.GenerationId;

/**
 * Credits that were taken for a generation.
 *
 * @param purchased how many of them were bought ones, which get back first what is given back
 */
public record Hold(GenerationId generation, Credits credits, Credits purchased) {}
