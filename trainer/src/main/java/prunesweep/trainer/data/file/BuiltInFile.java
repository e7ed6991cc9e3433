package prunesweep.trainer.data.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file of a data set that is shipped in the program. */
public record BuiltInFile(String resource) implements DataFile {

  @Override
  public String name() {
    return "built-in " + resource;
  }

  @Override
  public long size() throws IOException {
    try (InputStream stream = open()) {
      return stream.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public String version() {
    return name();
  }

  @Override
  public InputStream open() throws IOException {
    InputStream stream = BuiltInFile.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException(resource);
    }
    return stream;
  }
}
