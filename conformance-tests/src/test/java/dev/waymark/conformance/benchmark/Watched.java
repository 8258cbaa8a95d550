package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A filter, with a count of how often it did anything at all. */
final class Watched implements Filter {
  private final Filter filter;
  private final AtomicInteger deeds = new AtomicInteger();

  Watched(Filter filter) {
    this.filter = filter;
  }

  /** Requests and answers that were changed, and requests of its own. */
  int deeds() {
    return deeds.get();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // What is not changed is handed on itself.
  public Request ask(Request asked, Behind behind) {
    Request changed = filter.ask(asked, watched(behind));
    if (changed != asked) {
      deeds.incrementAndGet();
    }
    return changed;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // What is not changed is handed on itself.
  public Answer answer(Request asked, Answer answer, Behind behind) {
    Answer changed = filter.answer(asked, answer, watched(behind));
    if (changed != answer) {
      deeds.incrementAndGet();
    }
    return changed;
  }

  private Behind watched(Behind behind) {
    return new Behind() {
      @Override
      public Answer send(Request request) {
        deeds.incrementAndGet();
        return behind.send(request);
      }

      @Override
      public Optional<String> twin(String key) {
        return behind.twin(key);
      }

      @Override
      public String stranger() {
        return behind.stranger();
      }

      @Override
      public String operator() {
        return behind.operator();
      }

      @Override
      public Optional<String> account(String key) {
        return behind.account(key);
      }

      @Override
      public void take(String account, long credits) {
        deeds.incrementAndGet();
        behind.take(account, credits);
      }
    };
  }
}
