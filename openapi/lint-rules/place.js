/**
 * A node of the contract together with where it stands. Going to a child follows its $ref, so that a rule never sees
 * one; a problem is reported where the node is written, once, however many operations refer to it.
 */
export class Place {
  #context;
  #location;
  #reported;

  constructor(node, location, context, reported = new Set()) {
    this.node = node;
    this.#location = location;
    this.#context = context;
    this.#reported = reported;
  }

  /** The whole document, for rules that visit `Root`. */
  static root(node, context) {
    return new Place(node, context.location, context);
  }

  child(key) {
    const node = this.node?.[key];
    const location = this.#location.child([String(key)]);
    if (node?.$ref === undefined) return this.#at(node, location);
    const target = this.#context.resolve(node, this.#location.source.absoluteRef);
    // What cannot be resolved is reported by no-unresolved-refs.
    return target.node === undefined ? this.#at(undefined, location) : this.#at(target.node, target.location);
  }

  /** Every key of an object, or index of an array, with its place. */
  *children() {
    for (const key of Object.keys(this.node ?? {})) yield [key, this.child(key)];
  }

  report(message) {
    const once = `${this.#location.source.absoluteRef}${this.#location.pointer} ${message}`;
    if (this.#reported.has(once)) return;
    this.#reported.add(once);
    this.#context.report({ message, location: this.#location });
  }

  #at(node, location) {
    return new Place(node, location, this.#context, this.#reported);
  }
}
