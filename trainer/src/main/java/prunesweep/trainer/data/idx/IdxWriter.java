package prunesweep.trainer.data.idx;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writer of the four files of a data set, uncompressed.
 *
 * @param directory where they are written
 * @param height rows of an image
 * @param width pixels of a row
 */
public record IdxWriter(Path directory, int height, int width) {

  /**
   * Writes {@code file}: pixels image by image and row by row, or a label an image.
   *
   * @throws IOException if it is there already or cannot be written
   */
  public void write(IdxFile file, byte[] values) throws IOException {
    boolean images = file.kind() == IdxKind.IMAGES;
    Path path = Files.createFile(directory.resolve(file.fileName()));
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(path))) {
      out.writeInt(file.kind().magic());
      out.writeInt(images ? values.length / (height * width) : values.length);
      if (images) {
        out.writeInt(height);
        out.writeInt(width);
      }
      out.write(values);
    }
  }
}
