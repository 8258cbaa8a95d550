package dev.waymark.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer out of the bytes that have come so far. Goes by the stated length and reads
 * nothing else of HTTP.
 */
public final class Answer {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = 9;

  private byte[] bytes = new byte[16 * 1024];
  private int size;
  private int bodyAt = -1;
  private int end = -1;

  /** Forgets everything, for the next answer. */
  void clear() {
    size = 0;
    bodyAt = -1;
    end = -1;
  }

  /** Takes what has come; true when the answer is there to its last byte. */
  boolean add(ByteBuffer more) {
    while (size + more.remaining() > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int from = Math.max(0, size - 3);
    int count = more.remaining();
    more.get(bytes, size, count);
    size += count;
    if (bodyAt < 0) {
      readHead(from);
    }
    if (end >= 0 && size > end) {
      throw new WrongAnswer("more came than was asked for: " + text());
    }
    return end >= 0 && size == end;
  }

  private void readHead(int from) {
    for (int at = from; at + 3 < size; at++) {
      if (bytes[at] == '\r'
          && bytes[at + 1] == '\n'
          && bytes[at + 2] == '\r'
          && bytes[at + 3] == '\n') {
        bodyAt = at + 4;
        end = bodyAt + length(at);
        return;
      }
    }
  }

  private int length(int headEnd) {
    for (int at = 0; at < headEnd; at++) {
      if (bytes[at] == '\n' && isLengthAt(at + 1)) {
        return number(at + 1 + LENGTH.length);
      }
    }
    throw new WrongAnswer("an answer without a length: " + text());
  }

  private boolean isLengthAt(int start) {
    for (int index = 0; index < LENGTH.length; index++) {
      // Only letters, '-' and ':' are compared, on which this bit makes small letters.
      if (start + index >= size || (bytes[start + index] | 0x20) != LENGTH[index]) {
        return false;
      }
    }
    return true;
  }

  private int number(int start) {
    int value = 0;
    for (int at = start; bytes[at] != '\r'; at++) {
      if (bytes[at] != ' ') {
        value = 10 * value + bytes[at] - '0';
      }
    }
    return value;
  }

  public int status() {
    return (bytes[STATUS_AT] - '0') * 100
        + (bytes[STATUS_AT + 1] - '0') * 10
        + bytes[STATUS_AT + 2]
        - '0';
  }

  /** Whether the body has these bytes somewhere. */
  public boolean bodyHas(byte[] wanted) {
    for (int at = bodyAt; at + wanted.length <= end; at++) {
      if (bytes[at] == wanted[0]
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  /** The text of a member of the body's object. */
  public String member(String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(text());
    if (!found.find()) {
      throw new WrongAnswer("an answer without " + name + ": " + text());
    }
    return found.group(1);
  }

  /** All of it, for a person. */
  public String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
