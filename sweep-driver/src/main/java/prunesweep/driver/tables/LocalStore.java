package prunesweep.driver.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A folder on a disk of this machine, or one mounted on it: files are written under {@code
 * .staging/}, forced and moved.
 *
 * @param layout of the folder
 * @param disk that has it
 */
record LocalStore(Layout layout, Disk disk) implements Store {

  @Override
  public void requireWritable() throws IOException {
    WriterLock.requireWritable(layout);
  }

  @Override
  public Tenure take() throws IOException {
    return WriterLock.take(layout);
  }

  @Override
  public Draft draft() {
    return new LocalDraft(layout.staging().resolve(UUID.randomUUID().toString()));
  }

  @Override
  public void replace(Path file, byte[] bytes) throws IOException {
    Path aside = layout.staging().resolve(name(file));
    disk.createFolder(layout.staging());
    try (OutputStream out = disk.create(aside).createOrOverwrite(bytes.length)) {
      out.write(bytes);
    }
    disk.force(aside);
    disk.createFolder(folder(file));
    disk.move(aside, file);
    disk.force(folder(file));
    disk.delete(layout.staging());
  }

  /** The lock sees to it that there is no next writer. */
  @Override
  public void deleteLeftAside(Tenure tenure) throws IOException {
    disk.delete(layout.staging());
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(path);
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static Path name(Path file) {
    return Objects.requireNonNull(file.getFileName());
  }

  private final class LocalDraft implements Draft {

    private final Path place;
    private final List<Path> unforced = new ArrayList<>();
    private final Set<Path> folders = new LinkedHashSet<>();

    LocalDraft(Path place) {
      this.place = place;
    }

    private Path aside(Path file) {
      return place.resolve(layout.out().relativize(file));
    }

    @Override
    public void write(Path file, Writing writing) throws IOException {
      Path aside = aside(file);
      disk.createFolder(folder(aside));
      writing.to(disk.create(aside));
      unforced.add(aside);
      folders.add(folder(file));
    }

    /**
     * All that was written is forced before the first of it is moved; and folders before the first
     * file, so that no power loss takes one away with what is in it.
     */
    @Override
    public void publish(Collection<Path> files) throws IOException {
      disk.force(unforced);
      unforced.clear();
      prepareFolders();
      Set<Path> changed = new LinkedHashSet<>();
      for (Path file : files) {
        disk.move(aside(file), file);
        changed.add(folder(file));
      }
      disk.force(changed);
    }

    private void prepareFolders() throws IOException {
      Set<Path> above = new LinkedHashSet<>();
      for (Path folder : folders) {
        disk.createFolder(folder);
        above.add(folder(folder));
      }
      disk.force(above);
      folders.clear();
    }

    /** The lock sees to it that nothing is there. */
    @Override
    public void publishNew(Path file) throws IOException {
      publish(List.of(file));
    }

    @Override
    public void close() throws IOException {
      disk.delete(layout.staging());
    }
  }
}
