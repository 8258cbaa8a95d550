/**
 * The PostgreSQL that everything is kept in: found or started, migrated, pooled, and stopped last.
 */
@NullMarked
package dev.waymark.server.database;

import org.jspecify.annotations.NullMarked;
