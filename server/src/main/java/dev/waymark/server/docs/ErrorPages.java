package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.DocsAddress;
import dev.waymark.server.contract.ExampleAnswer;
import dev.waymark.server.contract.ExampleAnswers;
import dev.waymark.server.contract.Examples;
import dev.waymark.server.contract.Operation;
import dev.waymark.server.contract.PublicAddress;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Writes the pages, anew for each reader: they show the address that the reader has called. */
@Singleton
final class ErrorPages {
  private final Contract contract;
  private final Examples examples;
  private final ExampleAnswers answers;
  private final ExampleSections sections;
  private final PageFrame frame;
  private final PublicAddress address;
  private final DocsAddress docs;

  ErrorPages(
      Contract contract,
      Examples examples,
      ExampleAnswers answers,
      ExampleSections sections,
      PageFrame frame,
      PublicAddress address,
      DocsAddress docs) {
    this.contract = contract;
    this.examples = examples;
    this.answers = answers;
    this.sections = sections;
    this.frame = frame;
    this.address = address;
    this.docs = docs;
  }

  String index() {
    return frame.page(
        "Errors of Waymark",
        "Every error of this API: what happened, what to do, and how that is programmed.",
        ErrorIndex.of(
            Arrays.stream(ErrorCode.values())
                .map(code -> answers.of(code, docs.of(code.name())))
                .toList()),
        Html.of("The same as data: <a href=\"/api/v1/errors?limit=100\">/api/v1/errors</a>"));
  }

  String page(ErrorCode code) {
    List<Operation> operations = contract.operations();
    ExampleAnswer example = answers.of(code, docs.of(code.name()));
    ExampleCall call =
        ExampleCall.of(code, operations, address.of("").toString(), examples.start().toString());
    return frame.page(
        code + ": " + code.title(),
        example.error().message() + " " + example.error().next(),
        Html.join(
            Stream.of(
                new ErrorPage(code, example, ExampleCall.givers(code, operations).toList()).html(),
                sections.html(code, example, call))),
        Html.of(
            "<a href=\"/docs/errors\">All errors</a> · the same as data: <a href=\"/api/v1/errors/{}\">/api/v1/errors/{}</a>",
            code,
            code));
  }

  String contentSecurityPolicy() {
    return frame.contentSecurityPolicy();
  }
}
