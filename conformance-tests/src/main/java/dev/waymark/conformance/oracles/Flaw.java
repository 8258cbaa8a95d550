package dev.waymark.conformance.oracles;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a value breaks a schema.
 *
 * @param path to what is wrong: the member that is missing, or too many, included
 * @param isExtra whether all that is wrong is a member that the schema does not know
 * @param text in the validator's words
 */
record Flaw(List<String> path, boolean isExtra, String text) {
  private static final Set<String> CLOSED = Set.of("additionalProperties", "unevaluatedProperties");

  Flaw {
    path = List.copyOf(path);
  }

  static Flaw of(Error error) {
    List<String> path = new ArrayList<>();
    NodePath location = error.getInstanceLocation();
    for (int step = 0; step < location.getNameCount(); step++) {
      path.add(location.getName(step));
    }
    if (error.getProperty() != null) {
      path.add(error.getProperty());
    }
    return new Flaw(
        path, CLOSED.contains(error.getKeyword()), location + ": " + error.getMessage());
  }

  Violation breaks(Clause clause, String what) {
    String how = what + text;
    return isExtra ? clause.odd(how) : clause.broken(how);
  }
}
