package dev.waymark.client.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection, byte by byte: it can break the rules where a server cannot. */
final class FaultConnection {

  private final Socket socket;
  private final InputStream in;
  private final Map<String, String> headers = new HashMap<>();
  private String[] first = {"", ""};
  private String body = "";

  FaultConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  String method() {
    return first[0];
  }

  String path() {
    return first[1];
  }

  /** By lower-case name. */
  Map<String, String> headers() {
    return headers;
  }

  String body() {
    return body;
  }

  /** Whether another request came, in full. */
  boolean reads() throws IOException {
    headers.clear();
    first = line().split(" ", -1);
    if (first.length < 3) {
      return false;
    }
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    body = new String(in.readNBytes(length), UTF_8);
    return true;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
      if (one != '\r') {
        line.append((char) one);
      }
    }
    return line.toString();
  }

  /** What comes of it: HTTP has no body with 204 and 304, and no spaces around values. */
  Arrival.End.Answered seen(Arrival.End.Answered all) {
    Map<String, String> stripped = new HashMap<>();
    all.headers().forEach((name, value) -> stripped.put(name, value.strip()));
    boolean none = all.status() == 204 || all.status() == 304;
    return new Arrival.End.Answered(
        all.status(), stripped, none ? "" : all.body(), all.sound() && !none);
  }

  void writes(Served served) throws IOException {
    Step.Reply reply = served.reply();
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " As Scripted\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    boolean none = reply.status() == 204 || reply.status() == 304;
    if (!none) {
      head.append("Content-Length: " + reply.bytes().length + "\r\n");
    }
    socket.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    if (!none) {
      socket.getOutputStream().write(served.bytes());
    }
    socket.getOutputStream().flush();
  }

  void resets(boolean reset) throws IOException {
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }
}
