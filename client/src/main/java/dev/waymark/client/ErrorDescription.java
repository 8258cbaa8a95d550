package dev.waymark.client;

import dev.waymark.errors.ChargeState;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.errors.RetryStrategy;
import dev.waymark.generated.client.model.ErrorExtra;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One row of the server's error catalogue, which may have more than {@link ErrorCode} knows.
 *
 * @param status the HTTP status that it comes with; 0 for errors that only a generation can have
 * @param message the template of {@code message}, with {@code {placeholders}}
 * @param next the template of {@code next}
 * @param strategy empty if this version does not know it
 * @param charge what becomes of the credits; empty if this version does not know the state
 * @param counts whether the refused call has counted against the key's rate limit
 * @param since the contract version that brought it
 */
public record ErrorDescription(
    String code,
    int status,
    String title,
    String message,
    String next,
    String docsUrl,
    List<Field> extras,
    Optional<RetryStrategy> strategy,
    Optional<ChargeState> charge,
    boolean counts,
    String since) {

  public ErrorDescription {
    extras = List.copyOf(extras);
  }

  /**
   * A field that the error has beside the common ones.
   *
   * @param type empty if this version does not know it
   */
  public record Field(
      String name, Optional<Extra.Type> type, String description, boolean optional) {

    private static Field from(ErrorExtra wire) {
      String type = Required.field(wire.getType(), "extras.type").getValue();
      return new Field(
          Required.field(wire.getName(), "extras.name"),
          Arrays.stream(Extra.Type.values())
              .filter(known -> known.name().equalsIgnoreCase(type))
              .findFirst(),
          Required.field(wire.getDescription(), "extras.description"),
          Required.field(wire.getOptional(), "extras.optional"));
    }
  }

  static ErrorDescription from(dev.waymark.generated.client.model.ErrorDescription wire) {
    Required.field(wire, "a body");
    var retry = Required.field(wire.getRetry(), "retry");
    String charge = Required.field(wire.getCharge(), "charge").getValue();
    return new ErrorDescription(
        Required.field(wire.getError(), "error"),
        Required.field(wire.getStatus(), "status"),
        Required.field(wire.getTitle(), "title"),
        Required.field(wire.getMessage(), "message"),
        Required.field(wire.getNext(), "next"),
        Required.field(wire.getDocsUrl(), "docs_url").toString(),
        Required.field(wire.getExtras(), "extras").stream().map(Field::from).toList(),
        RetryStrategy.byWireName(Required.field(retry.getStrategy(), "retry.strategy").getValue()),
        Arrays.stream(ChargeState.values())
            .filter(known -> known.wireName().equals(charge))
            .findFirst(),
        Required.field(wire.getCounts(), "counts"),
        Required.field(wire.getSince(), "since"));
  }
}
