/** Which of the words that are known is most like one that is not. */
@NullMarked
package dev.waymark.server.words;

import org.jspecify.annotations.NullMarked;
