package dev.waymark.client;

import java.util.List;

/** What can be generated, with which parameters and at which price. */
public interface Models {

  /** All models that this key may use, by slug. */
  List<Model> list();

  /** {@link InvalidRequestException} with {@code MODEL_NOT_FOUND} when there is no such model. */
  Model get(String slug);
}
