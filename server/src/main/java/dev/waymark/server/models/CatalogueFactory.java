package dev.waymark.server.models;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

/**
 * Reads the catalogue when the server starts, so that a wrong file is told before the first call.
 */
@Factory
final class CatalogueFactory {
  @Context
  Catalogue catalogue(CatalogueSettings settings) {
    return Catalogue.read(settings);
  }
}
