package dev.waymark.server.connections;

import dev.waymark.errors.ApiException;
import dev.waymark.server.overload.Overload;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseEncoder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts our handlers into a connection's pipeline, or turns the connection away. */
@Singleton
final class ConnectionSetup {
  private final ConnectionSettings settings;
  private final NettyHttpServerConfiguration framework;
  private final OpenConnections open;
  private final Overload overload;

  ConnectionSetup(
      ConnectionSettings settings,
      NettyHttpServerConfiguration framework,
      OpenConnections open,
      Overload overload) {
    this.settings = settings;
    this.framework = framework;
    this.open = open;
    this.overload = overload;
  }

  void complete(Channel channel) {
    OpenConnections.Entry entry = open.enter();
    channel.closeFuture().addListener(_ -> open.leave());
    switch (entry) {
      case SERVED -> insert(channel, settings, Optional.empty());
      case TOLD -> insert(channel, settings.hasty(), Optional.of(overload::refusal));
      case CLOSED -> {
        var _ = channel.close();
      }
    }
  }

  private void insert(
      Channel channel, ConnectionSettings limits, Optional<Supplier<ApiException>> refusal) {
    var pipeline = channel.pipeline();
    pipeline.addFirst(new StalledReader(limits.stallTimeout()), new TlsGreeting());
    // The codec's own view of which answer belongs to HEAD is not needed: such an answer comes
    // without a body already.
    pipeline.replace(
        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
        new CombinedChannelDuplexHandler<>(
            new StrictRequestDecoder(decoding()), new HttpResponseEncoder()));
    pipeline.addAfter(
        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
        "whole-requests",
        new WholeRequests(limits, refusal));
    pipeline.addAfter("whole-requests", "head-answers", new HeadAnswers());
  }

  private HttpDecoderConfig decoding() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(framework.getMaxInitialLineLength())
        .setMaxHeaderSize(framework.getMaxHeaderSize())
        .setMaxChunkSize(framework.getMaxChunkSize())
        .setValidateHeaders(framework.isValidateHeaders())
        .setInitialBufferSize(framework.getInitialBufferSize())
        .setUseRfc9112TransferEncoding(true);
  }
}
