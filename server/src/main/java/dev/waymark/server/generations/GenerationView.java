package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.generated.server.model.GenerationPage;
import dev.waymark.generated.server.model.GenerationStatus;
import dev.waymark.generated.server.model.Quote;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.DocsAddress;
import dev.waymark.server.contract.ErrorBody;
import dev.waymark.server.contract.Page;
import dev.waymark.server.outputs.OutputAddress;
import dev.waymark.server.wallet.Credits;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Translates generations into what the wire says. */
@Singleton
final class GenerationView {
  private final OutputAddress addresses;
  private final DocsAddress docs;

  GenerationView(OutputAddress addresses, DocsAddress docs) {
    this.docs = docs;
    this.addresses = addresses;
  }

  dev.waymark.generated.server.model.Generation of(Generation generation) {
    var view =
        new dev.waymark.generated.server.model.Generation(
            generation.id().value(),
            GenerationStatus.fromValue(generation.status().wireName()),
            generation.model(),
            generation.prompt(),
            map(generation.parameters()),
            generation.estimate().value(),
            generation.createdAt());
    view.setCreditsUsed(generation.used().map(Credits::value).orElse(null));
    view.setError(generation.error().map(this::error).orElse(null));
    view.setStartedAt(generation.startedAt().orElse(null));
    view.setFinishedAt(generation.finishedAt().orElse(null));
    generation
        .download()
        .ifPresent(download -> {
          view.setOutputUrl(addresses.of(download.name()));
          view.setOutputExpiresAt(download.expiresAt());
        });
    return view;
  }

  GenerationPage of(Page<Generation> page) {
    var view = new GenerationPage(page.entries().stream().map(this::of).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return view;
  }

  Quote of(Quotation quotation) {
    return new Quote(
        quotation.order().model().slug(),
        map(quotation.order().parameters()),
        quotation.order().price().value(),
        quotation.balance().value(),
        quotation.affordable());
  }

  private JsonNode error(JsonNode stored) {
    return ErrorBody.answered((ObjectNode) stored, docs.of(stored.path("error").asText()));
  }

  private static Map<String, Object> map(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    // The values as they are: they are written as they were read.
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
