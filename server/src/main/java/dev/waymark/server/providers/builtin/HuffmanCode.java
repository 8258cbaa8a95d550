package dev.waymark.server.providers.builtin;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The canonical Huffman code for how often each symbol occurs, at most 15 bits a symbol. */
final class HuffmanCode {
  private static final int LONGEST = 15;

  /** Symbols count from 0; an inner node is numbered after them. */
  private record Node(long count, int number) {}

  private final int[] lengths;
  private final int[] bits;

  /** Needs two symbols that occur or more. */
  HuffmanCode(int[] counts) {
    int[] flattened = counts.clone();
    int[] found = depths(flattened);
    while (deepest(found) > LONGEST) {
      for (int i = 0; i < flattened.length; i++) {
        flattened[i] = (flattened[i] + 1) / 2;
      }
      found = depths(flattened);
    }
    lengths = found;
    bits = canonical(lengths);
  }

  /** Zero for a symbol that does not occur. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** First bit lowest, as the stream wants it. */
  int bits(int symbol) {
    return bits[symbol];
  }

  private static int[] depths(int[] counts) {
    PriorityQueue<Node> open =
        new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparingInt(Node::number));
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        open.add(new Node(counts[symbol], symbol));
      }
    }
    int[] parents = new int[2 * counts.length];
    int next = counts.length;
    while (open.size() > 1) {
      Node lesser = open.remove();
      Node greater = open.remove();
      parents[lesser.number()] = next;
      parents[greater.number()] = next;
      open.add(new Node(lesser.count() + greater.count(), next));
      next++;
    }
    return depths(counts, parents, next - 1);
  }

  private static int[] depths(int[] counts, int[] parents, int root) {
    int[] depths = new int[parents.length];
    for (int number = root - 1; number >= 0; number--) {
      depths[number] = depths[parents[number]] + 1;
    }
    int[] lengths = new int[counts.length];
    for (int symbol = 0; symbol < counts.length; symbol++) {
      lengths[symbol] = counts[symbol] > 0 ? depths[symbol] : 0;
    }
    return lengths;
  }

  private static int[] canonical(int[] lengths) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(code) >>> (32 - length);
          code++;
        }
      }
      code <<= 1;
    }
    return codes;
  }

  private static int deepest(int[] depths) {
    int deepest = 0;
    for (int depth : depths) {
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
