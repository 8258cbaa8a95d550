package dev.waymark.server.models;

/** What a model makes. On the wire and in model files it is written in small letters. */
public enum Kind {
  IMAGE
}
