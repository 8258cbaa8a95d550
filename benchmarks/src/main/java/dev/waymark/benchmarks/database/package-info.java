/** What has to be in the database before something can be measured. */
@NullMarked
package dev.waymark.benchmarks.database;

import org.jspecify.annotations.NullMarked;
