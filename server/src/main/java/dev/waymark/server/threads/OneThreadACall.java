package dev.waymark.server.threads;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/**
 * Lets a call that has got a virtual thread keep it: {@code @ExecuteOn(BLOCKING)} stays a promise
 * that waiting is allowed, and is not a thread of its own for every filter that makes it. Whoever
 * needs another thread asks for {@link TaskExecutors#IO}.
 */
@Singleton
final class OneThreadACall implements BeanCreatedEventListener<ExecutorService> {
  @Override
  public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
    return TaskExecutors.BLOCKING.equals(event.getBeanIdentifier().getName())
        ? new WhereWaitingIsAllowed(event.getBean())
        : event.getBean();
  }
}
