import dev.waymark.client.CompletedGeneration;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.Quote;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.WaymarkException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Has a picture made and downloads it, and says all the way how far it is. Server and key come from
 * the environment: {@code WAYMARK_BASE_URL} and {@code WAYMARK_API_KEY}.
 */
public final class Picture {

  private Picture() {}

  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("Usage: client/example PROMPT FILE");
      System.exit(2);
    }
    try (WaymarkClient waymark =
        WaymarkClient.builder()
            .listener(retry ->
                System.out.printf(
                    "  once more in %d ms, after %s%n", retry.pause().toMillis(), retry.reason()))
            .build()) {
      make(waymark, arguments[0], Path.of(arguments[1]));
    } catch (WaymarkException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }

  private static void make(WaymarkClient waymark, String prompt, Path file) {
    GenerationRequest request = GenerationRequest.of("atlas-1", prompt).with("resolution", "2K");
    Quote quote = waymark.generations().quote(request);
    System.out.printf("It costs %d credits.%n", quote.credits());

    Generation started = waymark.generations().start(request);
    System.out.printf("%s is %s.%n", started.id(), started.status());

    CompletedGeneration picture = waymark.generations().await(started, Duration.ofMinutes(2));
    System.out.printf("It is done, for %d credits.%n", picture.creditsUsed());

    picture.download(
        file,
        (bytes, total) ->
            System.out.printf("\r%s: %d of %s bytes", file, bytes, total.isEmpty() ? "?" : total.getAsLong()));
    System.out.println();
  }
}
