package prunesweep.trainer.export.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.data.RawValues;
import prunesweep.trainer.export.Classifier;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.export.UnreadableNetworkException;
import prunesweep.trainer.machine.OpenBlas;

/**
 * Networks as models that Deeplearning4j's {@code ModelSerializer} reads, without a class of this
 * program in them: the first layer does the scaling, so that raw rows go in; what the classes are
 * called is the object {@code classes}, a list of texts. All features go in.
 */
public final class ModelFile {

  private static final String CLASSES = "classes";

  private ModelFile() {}

  /** Writes {@code network} to {@code file}, which is replaced. */
  public static void write(TrainedNetwork network, Path file) throws IOException {
    OpenBlas.inUse(); // Whose kernels run is settled before Deeplearning4j loads any.
    MultiLayerNetwork model = ExportedModel.of(network);
    ModelSerializer.writeModel(model, file.toFile(), false);
    model.close();
    ModelSerializer.addObjectToFile(
        file.toFile(), CLASSES, network.encoding().classNames().toArray(new String[0]));
  }

  /**
   * The network in {@code file}, which {@link #write} has written.
   *
   * @throws UnreadableNetworkException if it holds something else
   */
  public static Classifier read(Path file) {
    OpenBlas.inUse();
    try {
      String[] classes = ModelSerializer.getObjectFromFile(file.toFile(), CLASSES);
      MultiLayerNetwork model = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
      return new Model(model, List.of(classes));
    } catch (IOException | RuntimeException e) {
      throw UnreadableNetworkException.foreign(file, "Deeplearning4j's format", e);
    }
  }

  private record Model(MultiLayerNetwork model, List<String> classNames) implements Classifier {

    @Override
    public int inputs() {
      return model.layerInputSize(0);
    }

    @Override
    public float[] probabilities(RawValues rows, int from, int to) {
      float[] values = new float[(to - from) * inputs()];
      for (int index = 0; index < values.length; index++) {
        values[index] = (float) rows.value(from + index / inputs(), index % inputs());
      }
      INDArray outputs = model.output(Nd4j.create(values, new long[] {to - from, inputs()}, 'c'));
      return outputs.dup('c').data().asFloat();
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
