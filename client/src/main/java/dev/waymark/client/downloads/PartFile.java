package dev.waymark.client.downloads;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The beginning of an output, in a file that is locked while a download works on it. No name is
 * ever used for a second file, so that whoever has the lock of a file that is still there has it
 * alone.
 */
final class PartFile implements Closeable {

  private final Path path;
  private final FileChannel channel;
  private final Optional<String> tag;
  private long size;

  private PartFile(Path path, FileChannel channel, Optional<String> tag, long size) {
    this.path = path;
    this.channel = channel;
    this.tag = tag;
    this.size = size;
  }

  /** Empty when another download, looking for what was left behind, was quicker to take it. */
  static Optional<PartFile> create(Path path, Optional<String> tag) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock(channel) != Lock.OTHERS && Files.exists(path)) {
      return Optional.of(new PartFile(path, channel, tag, 0));
    }
    channel.close();
    return Optional.empty();
  }

  /** Empty when another download has it, in this process or another, or when it is gone. */
  static Optional<PartFile> takeOver(Path path, Optional<String> tag) {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
      if (lock(channel) == Lock.OURS && Files.exists(path)) {
        return Optional.of(new PartFile(path, channel, tag, Files.size(path)));
      }
      channel.close();
    } catch (IOException gone) {
      // It was moved into place or deleted meanwhile.
    }
    return Optional.empty();
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
    try {
      channel.close();
    } catch (IOException failure) {
      // What was written counts; the next download asks for what was not.
    }
  }
}
