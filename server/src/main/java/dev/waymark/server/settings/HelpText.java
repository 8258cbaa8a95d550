package dev.waymark.server.settings;

/** What {@code --help} prints. */
public final class HelpText {
  private HelpText() {}

  /** Every setting with its default and description, as application.yml states them. */
  public static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Waymark: a metered API in front of generative models.

            Usage: waymark [--setting=value …]

              --config=FILE   read settings from a YAML file          (WAYMARK_CONFIG)
              --debug         print where a failing start failed      (WAYMARK_DEBUG=true)
              --version       print the version
              --help          print this

            Settings, each also a variable (--database.url is WAYMARK_DATABASE_URL) and a key under
            "waymark" in the file; the command line wins over variables, and those over the file:

            """);
    for (KnownSetting setting : Reference.read().settings()) {
      String value = setting.defaultText();
      text.append(
          "  --%s=%s%n      %s%n".formatted(setting.option(), value, setting.description()));
    }
    return text.toString();
  }
}
