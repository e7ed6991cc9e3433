package prunesweep.trainer.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.RawValues;
import prunesweep.trainer.export.CompactNetwork;
import prunesweep.trainer.export.Exported;
import prunesweep.trainer.export.ForwardPass;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.spec.NetworkSpec;

/** What ONNX Runtime makes of raw images; run with {@code mvn -Ponnxruntime}. */
class OnnxRuntimeTest {

  @Test
  void onnxRuntimeTellsTheSameClasses() throws OrtException {
    for (TrainedNetwork network :
        List.of(
            Exported.perceptron(0.5),
            Exported.of(new NetworkSpec(List.of(30), false), 1),
            CompactNetwork.of(Exported.perceptron(0.01)),
            Exported.lenet(),
            CompactNetwork.of(Exported.lenet()))) {
      float[] expected = Exported.probabilities(new ForwardPass(network));
      requireSame(OnnxFile.of(network), expected);
    }
  }

  private static void requireSame(byte[] model, float[] expected) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    RawValues rows = Exported.rows();
    float[] raw = new float[rows.rows() * rows.inputs()];
    for (int index = 0; index < raw.length; index++) {
      raw[index] = (float) rows.value(index / rows.inputs(), index % rows.inputs());
    }
    long[] shape = {rows.rows(), rows.inputs()};
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(raw), shape);
        OrtSession.Result result = session.run(Map.of("rows", input))) {
      float[][] probabilities = (float[][]) result.get("probabilities").orElseThrow().getValue();
      long[] classes = (long[]) result.get("class").orElseThrow().getValue();
      assertThat(joined(probabilities)).containsExactly(expected, within(1e-5f));
      assertThat(Arrays.stream(classes).mapToInt(Math::toIntExact).boxed().toList())
          .isEqualTo(Exported.classes(expected));
      assertThat(session.getMetadata().getCustomMetadata())
          .containsEntry("classes.0", "T-shirt/top")
          .containsEntry("classes.9", "Ankle boot");
    }
  }

  private static float[] joined(float[][] rows) {
    List<Float> all = new ArrayList<>();
    for (float[] row : rows) {
      for (float value : row) {
        all.add(value);
      }
    }
    float[] joined = new float[all.size()];
    for (int index = 0; index < joined.length; index++) {
      joined[index] = all.get(index);
    }
    return joined;
  }
}
