package dev.waymark.server.outputs;

import dev.waymark.generated.server.api.OutputsApi;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Serves outputs. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class OutputsController implements OutputsApi {
  private final Downloads downloads;

  OutputsController(Downloads downloads) {
    this.downloads = downloads;
  }

  @Override
  public HttpResponse<StreamedFile> getOutput(
      String output,
      @Nullable String range,
      @Nullable String ifNoneMatch,
      @Nullable String ifRange,
      @Nullable String testError) {
    // The framework has HEAD answered here too.
    return downloads.answer(new DownloadRequest(output, isGet(), range, ifNoneMatch, ifRange));
  }

  private static boolean isGet() {
    return ServerRequestContext.currentRequest()
        .filter(request -> request.getMethod() == HttpMethod.GET)
        .isPresent();
  }
}
