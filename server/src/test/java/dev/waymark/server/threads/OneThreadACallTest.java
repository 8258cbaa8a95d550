package dev.waymark.server.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneThreadACallTest {
  private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
  private final WhereWaitingIsAllowed executor = new WhereWaitingIsAllowed(virtual);

  @AfterEach
  void stop() {
    virtual.shutdownNow();
  }

  @Test
  void on_a_thread_that_must_not_wait_a_task_gets_another() {
    Thread used = CompletableFuture.supplyAsync(Thread::currentThread, executor).join();

    assertThat(used).isNotSameAs(Thread.currentThread());
    assertThat(used.isVirtual()).isTrue();
  }

  @Test
  void on_a_virtual_thread_a_task_runs_there_and_at_once() throws Exception {
    virtual
        .submit(() ->
            assertThat(CompletableFuture.supplyAsync(Thread::currentThread, executor))
                .isCompletedWithValue(Thread.currentThread()))
        .get();
  }

  @Test
  void it_ends_with_the_threads_behind_it() {
    executor.shutdown();

    assertThat(virtual.isShutdown()).isTrue();
    assertThat(executor.isShutdown()).isTrue();
  }
}
