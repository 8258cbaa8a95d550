package dev.waymark.server.providers.builtin;

import java.util.Arrays;

/**
 * A zlib stream of Huffman-coded literals (RFC 1950, RFC 1951), one dynamic block at a time.
 *
 * <p>It looks for no repetitions: filtered, dithered pictures have next to none, and leaving the
 * search out makes this both small and faster than a general compressor.
 */
final class HuffmanDeflater {
  private static final int END_OF_BLOCK = 256;
  private static final int SYMBOLS = 257;

  /** The order in which RFC 1951 wants the lengths of the code-length code. */
  private static final int[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private byte[] bytes = new byte[1 << 16];
  private int size;
  private long waiting;
  private int waitingBits;

  HuffmanDeflater() {
    put(0x78, 8);
    put(0x01, 8);
  }

  void block(byte[] content, int length, boolean last) {
    int[] counts = new int[SYMBOLS];
    for (int i = 0; i < length; i++) {
      counts[content[i] & 255]++;
    }
    counts[END_OF_BLOCK] = 1;
    HuffmanCode code = new HuffmanCode(counts);
    put(last ? 1 : 0, 1);
    put(2, 2);
    header(code);
    for (int i = 0; i < length; i++) {
      int symbol = content[i] & 255;
      put(code.bits(symbol), code.length(symbol));
    }
    put(code.bits(END_OF_BLOCK), code.length(END_OF_BLOCK));
  }

  /** What is complete so far; bits of an unfinished byte stay for the next call. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    return taken;
  }

  /** The end of the stream, after its last block. */
  byte[] finish(int adler) {
    put(0, (8 - waitingBits % 8) % 8);
    for (int shift = 24; shift >= 0; shift -= 8) {
      put(adler >>> shift & 255, 8);
    }
    return take();
  }

  /** Code lengths 0 to 15 get four bits each, which is a complete code and needs no table. */
  private void header(HuffmanCode code) {
    put(SYMBOLS - 257, 5);
    put(0, 5);
    put(LENGTH_ORDER.length - 4, 4);
    for (int symbol : LENGTH_ORDER) {
      put(symbol < 16 ? 4 : 0, 3);
    }
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      put(reversed(code.length(symbol)), 4);
    }
    // One distance code of no length: RFC 1951's way to say that all are literals.
    put(0, 4);
  }

  private static int reversed(int fourBits) {
    return Integer.reverse(fourBits) >>> 28;
  }

  private void put(int bits, int length) {
    waiting |= (long) bits << waitingBits;
    waitingBits += length;
    while (waitingBits >= 8) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size++] = (byte) waiting;
      waiting >>>= 8;
      waitingBits -= 8;
    }
  }
}
