package prunesweep.trainer.data;

/**
 * Pixels as raw values, 0..255.
 *
 * @param file the name of the file
 * @param bytes what it holds
 */
public record PixelValues(String file, ByteFeatures bytes) implements RawValues {

  @Override
  public int rows() {
    return bytes.values().length / bytes.inputs();
  }

  @Override
  public int inputs() {
    return bytes.inputs();
  }

  @Override
  public double value(int row, int column) {
    return Byte.toUnsignedInt(bytes.values()[row * bytes.inputs() + column]);
  }

  @Override
  public String place(int row, int column) {
    return "pixel %d of image %d".formatted(column, row);
  }
}
