package dev.waymark.client.downloads;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.HttpExchange;
import dev.waymark.client.transport.IncomingBody;
import dev.waymark.client.transport.Wire;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings one output into a {@link Gathering}, in as many attempts as it takes. Each asks for what
 * is missing, and for it only as long as the output still has the entity tag of what is there (RFC
 * 9110, 13.1.5 and 14.2). Whatever does not fit to what is there has it dropped.
 */
public final class Transfer {

  private static final int BUFFER = 64 << 10;
  private static final byte[] TAKEN = {};

  private final Sender sender;
  private final Gathering gathering;
  private final SteadyProgress progress;
  private boolean complete;

  public Transfer(Sender sender, Gathering gathering, SteadyProgress progress) {
    this.sender = sender;
    this.gathering = gathering;
    this.progress = progress;
  }

  /** The way to the server. */
  @FunctionalInterface
  public interface Sender {
    Answer<IncomingBody> send(HttpRequest request, Duration limit)
        throws IOException, InterruptedException;
  }

  /** Whether all of it has come. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * One attempt. The body of the answer is there only if it is not the output.
   *
   * @throws IOException when the output did not come, or not to its end
   */
  public Answer<byte[]> attempt(HttpRequest request, Duration left)
      throws IOException, InterruptedException {
    boolean rest = gathering.size() > 0 && gathering.tag().isPresent();
    Answer<byte[]> answer = take(sender.send(rest ? missing(request) : request, left), rest);
    if (answer.status() != 416 || !rest) {
      return answer;
    }
    // There is nothing after what is there: it cannot be what it was taken for.
    gathering.restart(Optional.empty());
    return take(sender.send(request, left), false);
  }

  private HttpRequest missing(HttpRequest request) {
    return HttpRequest.newBuilder(request, (name, value) -> true)
        .setHeader("Range", "bytes=" + gathering.size() + "-")
        .setHeader("If-Range", gathering.tag().orElseThrow())
        .build();
  }

  private Answer<byte[]> take(Answer<IncomingBody> answer, boolean rest)
      throws IOException, InterruptedException {
    try (IncomingBody body = answer.body()) {
      if (answer.status() == 200) {
        takeWhole(answer);
      } else if (answer.status() == 206 && rest) {
        takeRest(answer);
      } else {
        return answer.with(body.beginning(HttpExchange.MOST_BYTES_OF_A_REFUSAL));
      }
    } catch (IOException failure) {
      throw Wire.interruptedOr(failure);
    }
    complete = true;
    progress.end(gathering.size());
    return answer.with(TAKEN);
  }

  private void takeWhole(Answer<IncomingBody> answer) throws IOException, InterruptedException {
    gathering.restart(answer.header("ETag").filter(Transfer::isStrong));
    OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
    progress.at(0, length);
    copy(answer.body(), length.orElse(Long.MAX_VALUE), length);
  }

  private void takeRest(Answer<IncomingBody> answer) throws IOException, InterruptedException {
    ContentRange range =
        ContentRange.of(answer.header("Content-Range"))
            .filter(said -> said.first() == gathering.size())
            .filter(said -> answer.header("ETag").equals(gathering.tag()))
            .orElse(null);
    if (range == null) {
      gathering.restart(Optional.empty());
      throw new IOException("the answer is not the part that was asked for");
    }
    OptionalLong total = OptionalLong.of(range.total());
    progress.at(gathering.size(), total);
    copy(answer.body(), range.last() + 1, total);
    if (gathering.size() < range.total()) {
      throw new IOException(gathering.size() + " of " + range.total() + " bytes came");
    }
  }

  private void copy(IncomingBody body, long end, OptionalLong total)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    int count;
    while ((count = body.read(buffer, 0, buffer.length)) >= 0) {
      if (count > end - gathering.size()) {
        gathering.restart(Optional.empty());
        throw new IOException("more bytes came than were announced");
      }
      gathering.append(buffer, count);
      progress.at(gathering.size(), total);
    }
  }

  // A weak one names what is as good as the same, and not the same bytes.
  private static boolean isStrong(String tag) {
    return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 2;
  }
}
