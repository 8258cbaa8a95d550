package dev.waymark.client.downloads;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers in a part file beside the file, which is touched only when all is there. What an earlier
 * call left behind is gone on with; what this one leaves stays for a later one, if the output had a
 * strong entity tag. Of two downloads to one place each has a part of its own.
 */
public final class BesideFile implements Gathering, Closeable {

  private final Path file;
  private final Path folder;
  private final PartNames names;
  private final Supplier<UUID> freshIds;
  private final HeldParts held;
  private @Nullable PartFile part;

  /** Fails with {@link UncheckedIOException} where the folder is missing or cannot be read. */
  public BesideFile(Path file, URI address, Supplier<UUID> freshIds, HeldParts held) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a directory; name the file to write");
    }
    this.file = file.toAbsolutePath();
    // Only a root has none, and that is a directory.
    this.folder = Objects.requireNonNull(this.file.getParent());
    this.names = new PartNames(file, address);
    this.freshIds = freshIds;
    this.held = held;
    this.part = longest(parts());
  }

  @Override
  public long size() {
    return part == null ? 0 : part.size();
  }

  @Override
  public Optional<String> tag() {
    return part == null ? Optional.empty() : part.tag();
  }

  @Override
  public void restart(Optional<String> tag) {
    drop();
    try {
      while (part == null) {
        Path path = folder.resolve(names.name(tag, freshIds.get()));
        part = PartFile.create(path, tag, held).orElse(null);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void append(byte[] buffer, int count) throws InterruptedException {
    begun().append(buffer, count);
  }

  /** Everything is there: puts it into the file's place. */
  public void finish() {
    try {
      begun().moveTo(file);
      part = null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    sweep();
  }

  /** What is there stays for a later call, where that can go on with it. */
  @Override
  public void close() {
    PartFile open = part;
    if (open != null && open.size() > 0 && open.tag().filter(PartNames::fits).isPresent()) {
      open.close();
      part = null;
    } else {
      drop();
    }
  }

  private PartFile begun() {
    if (part == null) {
      throw new IllegalStateException("not begun");
    }
    return part;
  }

  private void drop() {
    if (part != null) {
      part.drop();
      part = null;
    }
  }

  private @Nullable PartFile longest(List<Path> parts) {
    List<PartFile> ours = new ArrayList<>();
    for (Path path : parts) {
      Optional<String> tag = names.tag(path.getFileName().toString());
      if (tag.isPresent()) {
        PartFile.takeOver(path, tag, held).ifPresent(ours::add);
      }
    }
    ours.sort(Comparator.comparingLong(PartFile::size));
    PartFile longest = ours.isEmpty() ? null : ours.remove(ours.size() - 1);
    ours.forEach(PartFile::drop);
    return longest;
  }

  /** What earlier calls left for this place, of whichever output, is of no use any more. */
  private void sweep() {
    try {
      for (Path path : parts()) {
        PartFile.takeOver(path, Optional.empty(), held).ifPresent(PartFile::drop);
      }
    } catch (UncheckedIOException stays) {
      // The file is there in full, which is what was asked for.
    }
  }

  private List<Path> parts() {
    List<Path> parts = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder, path -> names.isOfFile(path.getFileName().toString()))) {
      all.forEach(parts::add);
    } catch (DirectoryIteratorException failure) {
      throw new UncheckedIOException(failure.getCause());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return parts;
  }
}
