package dev.waymark.client.downloads;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an output, in a file that is locked while a download works on it. No name is
 * ever used for a second file, so that whoever has the lock of a file that is still there has it
 * alone.
 */
final class PartFile implements Closeable {

  private final Path path;
  private final FileChannel channel;
  private final Optional<String> tag;
  private final HeldParts held;
  private long size;

  private PartFile(
      Path path, FileChannel channel, Optional<String> tag, HeldParts held, long size) {
    this.path = path;
    this.channel = channel;
    this.tag = tag;
    this.held = held;
    this.size = size;
  }

  /** Empty when another download, looking for what was left behind, was quicker to take it. */
  static Optional<PartFile> create(Path path, Optional<String> tag, HeldParts held)
      throws IOException {
    if (!held.take(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    return open(path, tag, held, EnumSet.of(Lock.OURS, Lock.NONE), StandardOpenOption.CREATE_NEW);
  }

  /** Empty when another download has it, in this process or another, or when it is gone. */
  static Optional<PartFile> takeOver(Path path, Optional<String> tag, HeldParts held) {
    if (!held.take(path)) {
      return Optional.empty();
    }
    try {
      return open(path, tag, held, EnumSet.of(Lock.OURS));
    } catch (IOException gone) {
      // It was moved into place or deleted meanwhile.
      return Optional.empty();
    }
  }

  /** Of a part that is held, which it is no longer when nothing comes of it. */
  private static Optional<PartFile> open(
      Path path, Optional<String> tag, HeldParts held, Set<Lock> enough, OpenOption... how)
      throws IOException {
    FileChannel channel = null;
    PartFile part = null;
    try {
      Set<OpenOption> options = new HashSet<>(List.of(how));
      options.add(StandardOpenOption.WRITE);
      channel = FileChannel.open(path, options);
      if (enough.contains(lock(channel)) && Files.exists(path)) {
        part = new PartFile(path, channel, tag, held, channel.size());
      }
      return Optional.ofNullable(part);
    } finally {
      if (part == null) {
        close(channel);
        held.giveBack(path);
      }
    }
  }

  private enum Lock {
    OURS,
    OTHERS,
    /** The file system has none, so that nobody takes a file over. */
    NONE
  }

  private static Lock lock(FileChannel channel) {
    try {
      return channel.tryLock() == null ? Lock.OTHERS : Lock.OURS;
    } catch (OverlappingFileLockException inThisProcess) {
      return Lock.OTHERS;
    } catch (IOException unlockable) {
      return Lock.NONE;
    }
  }

  long size() {
    return size;
  }

  Optional<String> tag() {
    return tag;
  }

  void append(byte[] buffer, int count) throws InterruptedException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
    try {
      while (bytes.hasRemaining()) {
        size += channel.write(bytes, size);
      }
    } catch (ClosedByInterruptException interrupt) {
      Thread.interrupted();
      throw new InterruptedException("interrupted while writing " + path.getFileName());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** With the lock still held, for nobody may take over what is becoming the file itself. */
  void moveTo(Path file) throws IOException {
    Moves.replace(path, file);
    close();
  }

  void drop() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      // It is found and dropped when the next download to this place ends well.
    }
    close();
  }

  /** The file stays and can be taken over. */
  @Override
  public void close() {
    close(channel);
    held.giveBack(path);
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException failure) {
      // What was written counts; the next download asks for what was not.
    }
  }
}
