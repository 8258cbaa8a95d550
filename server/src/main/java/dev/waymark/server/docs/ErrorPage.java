package dev.waymark.server.docs;

import dev.waymark.errors.ChargeState;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.server.contract.ExampleAnswer;
import dev.waymark.server.contract.Operation;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The upper half of a code's page: what it means. */
record ErrorPage(ErrorCode code, ExampleAnswer example, List<Operation> givers) {

  private static final Pattern NUMBER_AND_NOUN = Pattern.compile("\\{(\\S+) (\\w+)}");

  Html html() {
    return Html.of(
        """
        <h1><code>{}</code></h1>
        <p class="title">{}</p>
        {}
        <h2 id="what-happened">What happened</h2>
        <blockquote>{}</blockquote>
        {}
        <h2 id="what-to-do">What to do</h2>
        <blockquote class="next">{}</blockquote>
        {}
        {}
        <h3>Sent again, charged, counted</h3>
        <p>{} {} {}</p>
        {}
        <h2 id="where">Where it comes from</h2>
        <ul class="routes">
        {}
        </ul>\
        """,
        code,
        code.title(),
        facts(),
        example.error().message(),
        template(code.messageTemplate()),
        example.error().next(),
        template(code.nextTemplate()),
        Html.join(Stream.of(RetryWords.of(code), RetryWords.table(example.error().retry()))),
        resend(),
        charge(),
        counts(),
        fields(),
        Html.join(givers.stream().map(this::giver)));
  }

  private Html facts() {
    boolean resend = code.jobOnly() ? isRetried() : example.shouldRetry();
    return Html.of(
        """
        <ul class="facts">
        <li>{}</li>
        <li class="{}">{}</li>
        <li>{}</li>
        <li>since {}</li>
        </ul>\
        """,
        code.jobOnly()
            ? "ends a generation"
            : "HTTP " + code.status() + " " + HttpStatus.valueOf(code.status()).getReason(),
        resend ? "go" : "stop",
        resend ? "try again" : "do not send again as it is",
        code.charge() == ChargeState.RELEASED ? "credits given back" : "nothing charged",
        code.since());
  }

  private boolean isRetried() {
    return code.baseMillis() != null;
  }

  // Only where the reader's own values stand in it; a number brings its noun along.
  private static Html template(String template) {
    return Html.when(
        template.contains("{"),
        Html.of(
            "<p class=\"soft\">In general: <code>{}</code>{}</p>",
            NUMBER_AND_NOUN.matcher(template).replaceAll("{$1} $2s"),
            template.contains("[")
                ? ", and without what stands in brackets where it is not known."
                : ""));
  }

  private Html resend() {
    if (code.jobOnly()) {
      return Html.of(
          "This error never answers a call: it is the <code>error</code> of a generation that has ended, and another"
              + " start needs a new <code>Idempotency-Key</code>.");
    }
    if (code == ErrorCode.INTERNAL_ERROR) {
      return Html.of(
          "<code>X-Should-Retry</code> is <code>true</code>, but <code>false</code> on a start without"
              + " <code>Idempotency-Key</code>: nobody knows whether it went through, and a resend could charge"
              + " twice.");
    }
    return example.shouldRetry()
        ? Html.of(
            "<code>X-Should-Retry</code> is <code>true</code>: the same request may succeed in {}, and sending it"
                + " again cannot charge twice.",
            seconds(example.headers().getOrDefault("Retry-After", "")))
        : Html.of(
            "<code>X-Should-Retry</code> is <code>false</code>: sending the same request again within two minutes"
                + " does not help.");
  }

  private static String seconds(String number) {
    return number + (number.equals("1") ? " second" : " seconds");
  }

  private Html charge() {
    return Html.of(
        code.charge() == ChargeState.RELEASED
            ? "The hold was released: all credits are back, and <code>charge</code> says how many."
            : "Nothing was charged.");
  }

  private Html counts() {
    if (code.jobOnly()) {
      return Html.NOTHING;
    }
    return Html.of(
        code.counts()
            ? "The call has counted against the rate limit of its key, if it was one that counts."
            : "The call has not counted against the rate limit of its key.");
  }

  private Html fields() {
    return Html.when(
        !code.extras().isEmpty(),
        Html.of(
            """
            <h2 id="fields">Fields of its own</h2>
            <p>They stand beside <code>error</code>, <code>message</code> and the others that every error has.</p>
            <div class="scroll"><table>
            <thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
            <tbody>
            {}
            </tbody></table></div>\
            """,
            Html.join(code.extras().stream().map(ErrorPage::field))));
  }

  private static Html field(Extra extra) {
    return Html.of(
        "<tr><td><code>{}</code></td><td>{}{}</td><td>{}</td></tr>",
        extra.name(),
        extra.type().name().toLowerCase(Locale.ROOT),
        extra.optional() ? ", may be absent" : "",
        extra.description());
  }

  private Html giver(Operation operation) {
    return Html.of(
        "<li><code>{} {}</code>{}</li>",
        operation.method(),
        operation.route(),
        Html.when(
            operation.jobErrors().contains(code), Html.of(" <span class=\"soft\">later</span>")));
  }
}
