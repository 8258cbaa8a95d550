package dev.waymark.server.providers.builtin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes an 8-bit RGB PNG line by line, and needs neither java.desktop nor the platform's zlib,
 * whose versions compress the same picture to different bytes.
 */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int BLOCK_BYTES = 1 << 17;

  private final ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
  private final Adler32 checksum = new Adler32();
  private final LineFilter filter;
  private final HuffmanDeflater deflater = new HuffmanDeflater();
  private final byte[] block;
  private final int lineBytes;
  private int filled;
  private int linesLeft;

  PngWriter(int width, int height) {
    filter = new LineFilter(3 * width);
    lineBytes = 3 * width + 1;
    block = new byte[Math.max(1, BLOCK_BYTES / lineBytes) * lineBytes];
    linesLeft = height;
    png.writeBytes(SIGNATURE);
    chunk("IHDR", header(width, height));
  }

  void write(byte[] line) {
    filter.apply(line, block, filled);
    filled += lineBytes;
    linesLeft--;
    if (filled == block.length || linesLeft == 0) {
      checksum.update(block, 0, filled);
      deflater.block(block, filled, linesLeft == 0);
      filled = 0;
      chunk("IDAT", linesLeft == 0 ? deflater.finish((int) checksum.getValue()) : deflater.take());
    }
  }

  /** The whole file, once every line has been written. */
  byte[] finish() {
    if (linesLeft != 0) {
      throw new IllegalStateException(linesLeft + " lines are missing");
    }
    chunk("IEND", new byte[0]);
    return png.toByteArray();
  }

  private void chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    png.writeBytes(bytes(content.length));
    png.writeBytes(name);
    png.writeBytes(content);
    png.writeBytes(bytes((int) crc.getValue()));
  }

  private static byte[] header(int width, int height) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(bytes(width));
    header.writeBytes(bytes(height));
    // 8 bits a channel, RGB, the only compression and filter methods, not interlaced.
    header.writeBytes(new byte[] {8, 2, 0, 0, 0});
    return header.toByteArray();
  }

  static byte[] bytes(int value) {
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }
}
