package dev.waymark.server.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** In a time that stands still until a test lets it pass. */
class WholeRequestsTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String GET = "GET /a HTTP/1.1\r\n" + HOST + "\r\n";
  private static final String POST = "POST /a HTTP/1.1\r\n" + HOST;

  private final EmbeddedChannel channel = open(Optional.empty());

  @Property(tries = 200)
  void a_request_goes_in_once_and_whole_however_it_is_cut(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40) Integer> lengths) {
    EmbeddedChannel cut = open(Optional.empty());
    String text = POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    int from = 0;
    for (int length : lengths) {
      int until = Math.min(text.length(), from + length);
      receive(cut, text.substring(from, until));
      from = until;
    }
    receive(cut, text.substring(from));
    FullHttpRequest request = cut.readInbound();
    assertThat(request.content().toString(StandardCharsets.US_ASCII)).isEqualTo("abcde");
    assertThat(request.decoderResult().isSuccess()).isTrue();
    assertThat(cut.inboundMessages()).isEmpty();
    request.release();
    cut.finishAndReleaseAll();
  }

  @Test
  void a_request_without_its_last_byte_does_not_go_in() {
    receive(channel, POST + "Content-Length: 3\r\n\r\nab");
    assertThat(channel.inboundMessages()).isEmpty();
  }

  @Test
  void bytes_that_drip_do_not_give_a_head_more_time() {
    drip("GET /a HTTP/1.1\r\nHost: local");
    assertThat(refused()).isEqualTo(ErrorCode.REQUEST_TIMEOUT);
  }

  @Test
  void bytes_that_drip_do_not_give_a_body_more_time() {
    receive(channel, POST + "Content-Length: 100\r\n\r\n");
    drip("a".repeat(40));
    assertThat(refused()).isEqualTo(ErrorCode.REQUEST_TIMEOUT);
  }

  @Test
  void the_answer_to_a_late_request_is_the_last_of_its_connection() {
    receive(channel, "GET");
    pass(30);
    assertThat(refused()).isEqualTo(ErrorCode.REQUEST_TIMEOUT);
    assertThat(answer().headers().get("Connection")).isEqualTo("close");
  }

  @Test
  void a_connection_on_which_nothing_is_asked_is_closed_without_a_word() {
    pass(59);
    assertThat(channel.isOpen()).isTrue();
    pass(1);
    assertThat(channel.isOpen()).isFalse();
    assertThat(channel.inboundMessages()).isEmpty();
  }

  @Test
  void a_call_may_take_its_time_to_be_answered() {
    receive(channel, GET);
    pass(3600);
    assertThat(channel.isOpen()).isTrue();
    assertThat(answer().headers().contains("Connection")).isFalse();
    pass(60);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void nothing_behind_a_refused_request_is_read() {
    receive(channel, "GET /a HTTP/1.1\r\n\r\n" + GET);
    assertThat(refused()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    receive(channel, GET);
    assertThat(channel.inboundMessages()).isEmpty();
  }

  @Test
  void what_came_before_a_refused_request_is_answered_first() {
    receive(channel, GET + "GET /a HTTP/1.1\r\n\r\n");
    FullHttpRequest first = channel.readInbound();
    assertThat(first.decoderResult().isSuccess()).isTrue();
    assertThat(refused()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    assertThat(answer().headers().contains("Connection")).isFalse();
    assertThat(answer().headers().get("Connection")).isEqualTo("close");
  }

  @Test
  void a_body_that_is_stated_too_large_is_not_waited_for() {
    receive(channel, POST + "Content-Length: 2000\r\nExpect: 100-continue\r\n\r\n");
    FullHttpRequest request = channel.readInbound();
    assertThat(request.headers().get("Content-Length")).isEqualTo("2000");
    assertThat(channel.outboundMessages()).isEmpty();
  }

  @Test
  void no_more_of_a_body_is_kept_than_shows_that_it_is_too_large() {
    receive(channel, POST + "Transfer-Encoding: chunked\r\n\r\n");
    for (int part = 0; part < 30; part++) {
      receive(channel, "64\r\n" + "x".repeat(100) + "\r\n");
    }
    FullHttpRequest request = channel.readInbound();
    assertThat(request.content().readableBytes()).isBetween(1025, 1200);
    assertThat(channel.inboundMessages()).isEmpty();
    request.release();
  }

  @Test
  void who_waits_to_be_told_to_go_on_is_told() {
    receive(channel, POST + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    assertThat(sent()).startsWith("HTTP/1.1 100 ");
    receive(channel, "{}");
    FullHttpRequest request = channel.readInbound();
    assertThat(request.content().readableBytes()).isEqualTo(2);
    request.release();
  }

  @Test
  void a_connection_without_a_place_is_refused_whatever_it_asks() {
    EmbeddedChannel surplus = open(Optional.of(() -> Errors.overloaded(Duration.ofSeconds(1))));
    receive(surplus, GET);
    FullHttpRequest request = surplus.readInbound();
    assertThat(code(request)).isEqualTo(ErrorCode.OVERLOADED);
  }

  private static EmbeddedChannel open(Optional<Supplier<ApiException>> refusal) {
    ConnectionSettings settings =
        new ConnectionSettings(
            10, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60), 1024);
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.freezeTime();
    channel
        .pipeline()
        .addLast(
            new StrictRequestDecoder(new HttpDecoderConfig()),
            new HttpResponseEncoder(),
            new WholeRequests(settings, refusal));
    return channel;
  }

  private static void receive(EmbeddedChannel channel, String text) {
    if (!text.isEmpty()) {
      channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }
  }

  /** A byte each second, for as long as a request may take. */
  private void drip(String text) {
    for (int second = 0; second < 30; second++) {
      receive(channel, text.substring(second % text.length(), second % text.length() + 1));
      pass(1);
    }
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }

  private ErrorCode refused() {
    FullHttpRequest request = channel.readInbound();
    assertThat(channel.inboundMessages()).isEmpty();
    return code(request);
  }

  private static ErrorCode code(FullHttpRequest request) {
    return ((ApiException) request.decoderResult().cause()).error().code();
  }

  /** Answers as the application would. */
  private HttpResponse answer() {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
    channel.writeOutbound(response);
    return response;
  }

  private String sent() {
    List<String> parts = new ArrayList<>();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      parts.add(part.toString(StandardCharsets.ISO_8859_1));
      part.release();
    }
    return String.join("", parts);
  }
}
