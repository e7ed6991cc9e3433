package prunesweep.trainer.training.vector;

/**
 * The places of a convolution's live weights: channels in groups, of a group row after row of the
 * kernel, of a row the weights of its channels side by side.
 */
record ChannelPlaces(ConvolutionShape shape) implements WeightPlaces {

  /** Whole vectors. */
  @Override
  public int size() {
    int weights = Math.multiplyExact(ConvolutionShape.padded(shape.columns()), shape.rows());
    return Lanes.padded(weights);
  }

  /** Index of the weight of row {@code row} of the live kernel into column {@code column}. */
  int at(int row, int column) {
    int group = column / ConvolutionShape.GROUP;
    return (group * shape.rows() + row) * ConvolutionShape.GROUP + column % ConvolutionShape.GROUP;
  }

  @Override
  public void eachRun(Run action) {
    int units = shape.layer().units();
    for (int row = 0; row < shape.rows(); row++) {
      int map = shape.below().present()[row / shape.area()];
      int wholeRow = (map * shape.area() + row % shape.area()) * units;
      for (int column = 0; column < shape.columns(); column++) {
        action.accept(wholeRow + shape.units().unit(column), at(row, column), 1);
      }
    }
  }
}
