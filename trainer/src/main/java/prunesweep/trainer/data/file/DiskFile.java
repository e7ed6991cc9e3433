package prunesweep.trainer.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import prunesweep.trainer.data.DataException;

/** A file of a data set on a disk. */
public record DiskFile(Path path) implements DataFile {

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public long size() throws IOException {
    return attributes().size();
  }

  @Override
  public String version() throws IOException {
    BasicFileAttributes attributes = attributes();
    return "%s %d %s".formatted(path, attributes.size(), attributes.lastModifiedTime());
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  private BasicFileAttributes attributes() throws IOException {
    BasicFileAttributes attributes = existing();
    if (attributes.isDirectory()) {
      throw DataException.unreadable(name(), "it", "a file", "a directory");
    }
    if (!attributes.isRegularFile()) {
      throw DataException.unreadable(name(), "it", "a file", "a device or pipe");
    }
    return attributes;
  }

  private BasicFileAttributes existing() throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw DataException.unreadable(name(), "it", "an existing file", "nothing there", e);
    }
  }
}
