package dev.waymark.server.limits;

import java.util.Arrays;

/**
 * Times in their order, as nanoseconds, for a window that drops the first and adds behind the last.
 *
 * <p>Eight bytes for each, in a ring that doubles when it is full and halves when three quarters of
 * it are empty: it is at most four times as large as it has to be, and never grows while as many
 * come as leave. Not safe for use by several threads.
 */
final class Times {
  private static final int SMALLEST = 8;

  // As many as a power of two, so that a place is found by masking.
  private long[] ring = new long[SMALLEST];
  private int first;
  private int size;

  int size() {
    return size;
  }

  /** The one with that many before it. */
  long get(int index) {
    return ring[place(index)];
  }

  long last() {
    return get(size - 1);
  }

  /** Adds one that is not before the last. */
  void add(long time) {
    if (size == ring.length) {
      resize(Math.multiplyExact(ring.length, 2));
    }
    ring[place(size)] = time;
    size++;
  }

  void removeFirst(int count) {
    first = place(count);
    size -= count;
    int smaller = ring.length;
    while (smaller > SMALLEST && size <= smaller / 4) {
      smaller /= 2;
    }
    if (smaller < ring.length) {
      resize(smaller);
    }
  }

  /** Removes the one with that many before it; quick near the last. */
  void remove(int index) {
    for (int at = index; at < size - 1; at++) {
      ring[place(at)] = get(at + 1);
    }
    size--;
  }

  /** How many are not after that time. */
  int until(long time) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int place(int index) {
    return (first + index) & (ring.length - 1);
  }

  private void resize(int length) {
    long[] resized = Arrays.copyOfRange(ring, first, first + length);
    int untilEnd = ring.length - first;
    if (size > untilEnd) {
      System.arraycopy(ring, 0, resized, untilEnd, size - untilEnd);
    }
    ring = resized;
    first = 0;
  }
}
