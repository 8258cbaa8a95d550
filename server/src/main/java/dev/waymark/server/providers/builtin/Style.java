package dev.waymark.server.providers.builtin;

/** The looks the built-in painter knows. */
public enum Style {
  /** A layered landscape: sky, light, ridges in the haze, water and a near bank. */
  ATLAS,
  /** The same kind of view cut in stained glass and set in lead. */
  MOSAIC,
  /** Curtains of northern light above a dark silhouette and its reflection. */
  AURORA
}
