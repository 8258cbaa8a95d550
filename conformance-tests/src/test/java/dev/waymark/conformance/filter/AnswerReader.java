package dev.waymark.conformance.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads answers, and keeps their bytes. */
final class AnswerReader {
  private static final int LONGEST_HEAD = 1 << 18;

  private final BufferedInputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * What has come.
   *
   * @param bytes to the letter; none at the end
   * @param answer nothing where they are no answer that can be read
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Heard(byte[] bytes, Optional<Answer> answer) {}

  AnswerReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 15);
  }

  /** What comes after what was heard. */
  BufferedInputStream rest() {
    return in;
  }

  /** Waits for the first byte, which is left for {@link #hear}; false at the end. */
  boolean begins() throws IOException {
    in.mark(1);
    boolean begins = in.read() >= 0;
    in.reset();
    return begins;
  }

  Heard hear(boolean isOfHead) throws IOException {
    bytes.reset();
    try {
      Optional<Head> head = Head.ofAnswer(head());
      if (head.isEmpty()) {
        return new Heard(bytes.toByteArray(), Optional.empty());
      }
      int status = head.get().answer(new byte[0]).status();
      boolean bodiless = isOfHead || status < 200 || status == 204 || status == 304;
      byte[] body = bodiless ? new byte[0] : body(head.get());
      return new Heard(bytes.toByteArray(), Optional.of(head.get().answer(body)));
    } catch (EOFException e) {
      return new Heard(bytes.toByteArray(), Optional.empty());
    }
  }

  private String head() throws IOException {
    int ending = 0;
    while (ending < 4 && bytes.size() < LONGEST_HEAD) {
      int next = next();
      ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : next == '\r' ? 1 : 0;
    }
    return bytes.toString(ISO_8859_1);
  }

  private byte[] body(Head head) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (head.isChunked()) {
      for (int length = chunk(); length > 0; length = chunk()) {
        body.writeBytes(read(length));
        line();
      }
      while (!line().isEmpty()) {
        // A trailer.
      }
    } else if (head.hasLength()) {
      body.writeBytes(read(head.length()));
    } else {
      byte[] rest = in.readAllBytes();
      bytes.writeBytes(rest);
      body.writeBytes(rest);
    }
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().replaceAll("\\s*;.*", "").strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private byte[] read(int length) throws IOException {
    byte[] part = in.readNBytes(length);
    bytes.writeBytes(part);
    if (part.length < length) {
      throw new EOFException();
    }
    return part;
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    bytes.write(next);
    return next;
  }
}
