package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No key, no prompt and no address of an output in what people read. */
final class Secrecy {

  private Secrecy() {}

  static void judge(Play play) {
    List<String> texts = new ArrayList<>(play.loggedLines());
    for (Play.Heard heard : play.heard()) {
      texts.add(heard.retrying().toString());
    }
    for (Play.Ending ending : play.endings()) {
      @Nullable Throwable cause = ending.thrown().orElse(null);
      for (int depth = 0; cause != null && depth < 20; depth++) {
        texts.add(cause.toString());
        cause = cause.getCause();
      }
    }
    assertThat(texts)
        .allSatisfy(text ->
            assertThat(text)
                .doesNotContain(VirtualStage.KEY)
                .doesNotContain(Deed.PROMPT)
                .doesNotContain(Scripts.Outputs.SECRET));
  }
}
