package dev.waymark.benchmarks.callers;

/** One way to make a call and to have its answer as an object. */
interface Caller extends AutoCloseable {

  /** Something of the answer, so that nobody can leave out the reading. */
  String call() throws Exception;

  @Override
  default void close() {}
}
