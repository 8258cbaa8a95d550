package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to use a folder, which one process has at a time and the system takes back when that
 * process ends, however it ends.
 */
final class FolderLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

  /** The number of the process that has the lock stands behind the locked byte, readable by all. */
  private static final int LOCKED_BYTES = 1;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes the folder where it is missing. */
  static FolderLock take(Path folder) {
    try {
      Folders.createPrivate(folder);
      return lock(folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  static ConfigurationFault unusable(Path folder, IOException e) {
    return new ConfigurationFault(
        "The database folder %s cannot be used (%s): make it writable for this user, or choose another as waymark.database.folder."
            .formatted(folder, Folders.reason(e)),
        e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("The lock of the database folder could not be closed", e);
    }
  }

  private static FolderLock lock(Path folder) throws IOException {
    Path file = folder.resolve("waymark.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw new ConfigurationFault(
            "The database folder %s is in use by another Waymark%s: stop that one, or choose another folder as waymark.database.folder."
                .formatted(folder, holder(channel)));
      }
      channel.truncate(LOCKED_BYTES);
      channel.write(
          ByteBuffer.wrap(
              (" " + ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new FolderLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(0, LOCKED_BYTES, false);
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    return pid.isBlank() ? "" : " (process " + pid.strip() + ")";
  }
}
