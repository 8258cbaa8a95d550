package dev.waymark.client;

import dev.waymark.generated.client.api.DocsApi;
import java.util.function.Function;

/** Over HTTP, as the contract has it. */
final class HttpDocs implements Docs {

  private final Calls calls;

  HttpDocs(Calls calls) {
    this.calls = calls;
  }

  @Override
  public String errors() {
    return calls.run(DocsApi.listErrorPages(null, null), Function.identity());
  }

  @Override
  public String error(String code) {
    return calls.run(
        DocsApi.getErrorPage(Required.word(code, "error code"), null, null), Function.identity());
  }
}
