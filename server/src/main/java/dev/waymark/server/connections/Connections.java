package dev.waymark.server.connections;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Has every connection set up in our way when the framework has set it up in its own. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  // Made when it is needed: listeners are made before anything else, faulty settings or not.
  private final Provider<ConnectionSetup> setup;

  Connections(Provider<ConnectionSetup> setup) {
    this.setup = setup;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new EveryChannel(setup));
    return event.getBean();
  }

  private record EveryChannel(Provider<ConnectionSetup> setup) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new OneConnection(setup.get(), channel) : this;
    }
  }

  private record OneConnection(ConnectionSetup setup, Channel channel)
      implements NettyServerCustomizer {
    @Override
    public void onInitialPipelineBuilt() {
      setup.complete(channel);
    }
  }
}
