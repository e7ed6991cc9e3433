package prunesweep.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import prunesweep.benchmarks.subject.Batches;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.machine.OpenBlas;

/**
 * Deeplearning4j as its users run it: {@code MultiLayerNetwork.fit(DataSet)} with its defaults, one
 * thread. The batches are made beforehand, so that only {@code fit} is timed.
 */
final class FitWorkload implements Workload {

  private final Subject subject;
  private final Batches batches;
  private final MultiLayerNetwork model;

  FitWorkload(Subject subject) {
    OpenBlas.inUse();
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    this.subject = subject;
    this.batches = subject.batches();
    this.model = model(subject);
  }

  private static MultiLayerNetwork model(Subject subject) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(0)
            .weightInit(WeightInit.XAVIER_UNIFORM)
            .updater(new Sgd(Subject.LEARNING_RATE))
            .list();
    int inputs = subject.dataset().inputs();
    for (int units : Subject.NETWORK.hidden()) {
      layers.layer(
          new DenseLayer.Builder().nIn(inputs).nOut(units).activation(Activation.RELU).build());
      inputs = units;
    }
    layers.layer(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(inputs)
            .nOut(subject.dataset().classes())
            .activation(Activation.SOFTMAX)
            .build());
    MultiLayerNetwork model = new MultiLayerNetwork(layers.build());
    model.init();
    return model;
  }

  @Override
  public double[] run(int steps) {
    List<DataSet> prepared = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      prepared.add(batch(batches.take(1)));
    }
    double seconds = Seconds.of(() -> prepared.forEach(model::fit));
    prepared.forEach(FitWorkload::close);
    return new double[] {seconds};
  }

  private DataSet batch(int[] indices) {
    LabelledImages images = subject.images();
    float[] pixels = new float[indices.length * images.inputs()];
    INDArray targets = Nd4j.zeros(indices.length, subject.dataset().classes());
    for (int row = 0; row < indices.length; row++) {
      images.copy(indices[row], pixels, row * images.inputs());
      targets.putScalar(row, images.label(indices[row]), 1);
    }
    INDArray features = Nd4j.createFromArray(pixels).reshape('c', indices.length, images.inputs());
    return new DataSet(features, targets);
  }

  /** Native memory that Java's garbage collector would see too late. */
  private static void close(DataSet batch) {
    batch.getFeatures().close();
    batch.getLabels().close();
  }

  @Override
  public Map<String, String> facts() {
    return OpenBlasFacts.inUse();
  }
}
