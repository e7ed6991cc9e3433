package prunesweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.FirstThreshold;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrunkSpec;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.OptimizerState;

/** The bytes of a checkpoint: nothing is lost in them, and nothing else is taken for one. */
class CheckpointTest {

  private static final CounterSpec ACTIVE =
      new CounterSpec(Counter.ACTIVE, CounterSource.TRAIN, 32);
  private static final CounterSpec INACTIVE =
      new CounterSpec(Counter.INACTIVE, CounterSource.HELD_OUT, 8);
  private static final StageSpec STAGE = stage(0);
  private static final String KERNEL = "Haswell";

  /** What survives a conversion only when no bit is touched. */
  private static final float[] DELICATE = {
    -0.0f, Float.MIN_VALUE, Float.intBitsToFloat(0x7fc12345), Float.NEGATIVE_INFINITY, 0.1f, 3
  };

  @Test
  void comesBackBitForBit() {
    Progress progress =
        new Progress(
            new EngineState(
                parameters(1),
                new OptimizerState(123_456, List.of(parameters(2), parameters(3))),
                Optional.of(new Mask(List.of(flags(6), flags(9))))),
            List.of(epoch(1, 0.1), epoch(2, Double.MIN_VALUE)),
            Map.of(
                ACTIVE,
                List.of(new long[] {1, Long.MAX_VALUE, 0}, new long[] {7}),
                INACTIVE,
                List.of(new long[] {2, 3, 4}, new long[] {5})),
            Optional.of(new LowestLoss.Point(epoch(1, 0.1), parameters(4))));
    requireSame(read(progress), progress);
  }

  /** SGD, no mask, no bias, one epoch: nothing counted yet. */
  @Test
  void comesBackWithoutWhatThereIsNot() {
    Parameters noBias = new Parameters(List.of(new Kernel(2, 3, DELICATE)), List.of(new float[0]));
    Progress progress =
        new Progress(
            EngineState.initial(noBias),
            List.of(epoch(1, 0.5)),
            Map.of(ACTIVE, List.of(), INACTIVE, List.of()),
            Optional.empty());
    requireSame(read(progress), progress);
  }

  @Test
  void travelsInTheSameForm() throws IOException, ClassNotFoundException {
    Checkpoint checkpoint = new Checkpoint(STAGE, KERNEL, small());
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(wire)) {
      objects.writeObject(checkpoint);
    }
    Checkpoint received =
        (Checkpoint)
            new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray())).readObject();
    assertThat(received.stage()).isEqualTo(STAGE);
    requireSame(received.progress(), checkpoint.progress());
    assertThat(wire.size()).isLessThan(checkpoint.toBytes().length + 2_500);
  }

  /** Who changes the form must change its version: files of killed sweeps hold the old one. */
  @Test
  void keepsItsForm() {
    byte[] bytes = new Checkpoint(STAGE, KERNEL, small()).toBytes();
    assertThat(bytes)
        .hasSize(548)
        .startsWith('P', 'R', 'U', 'N', 'E', 'S', 'W', 'P', 0, 0, 0, 2)
        .endsWith(0x30, 0xd9, 0x3b, 0x62);
  }

  @Test
  void anyOtherByteIsFound() {
    byte[] bytes = new Checkpoint(STAGE, KERNEL, small()).toBytes();
    for (int index = 0; index < bytes.length; index++) {
      byte[] damaged = bytes.clone();
      damaged[index] ^= 0x10;
      assertThatThrownBy(() -> Checkpoint.of(STAGE, damaged))
          .as("byte %d", index)
          .isInstanceOf(DamagedCheckpointException.class)
          .hasMessageMatching("the [a-z ]+ must be .+, got .+");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 27, 28, 100, -1})
  void anythingCutShortIsFound(int length) {
    byte[] bytes = new Checkpoint(STAGE, KERNEL, small()).toBytes();
    byte[] cut = Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length);
    assertThatThrownBy(() -> Checkpoint.of(STAGE, cut))
        .isInstanceOf(DamagedCheckpointException.class)
        .hasMessageContaining("length must be");
  }

  @Test
  void anythingLongerIsFound() {
    byte[] bytes = new Checkpoint(STAGE, KERNEL, small()).toBytes();
    assertThatThrownBy(() -> Checkpoint.of(STAGE, Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(DamagedCheckpointException.class)
        .hasMessage("the length must be %d, got %d".formatted(bytes.length, bytes.length + 1));
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] bytes = new Checkpoint(STAGE, KERNEL, small()).toBytes();
    bytes[11] = 1;
    assertThatThrownBy(() -> Checkpoint.of(STAGE, bytes))
        .hasMessage("the version must be 2, got 1");
  }

  @Test
  void anotherStageIsRefused() {
    byte[] bytes = new Checkpoint(STAGE, KERNEL, small()).toBytes();
    assertThatThrownBy(() -> Checkpoint.of(stage(1), bytes))
        .hasMessage("the stage must be %s, got another".formatted(stage(1).id()));
  }

  private static Progress small() {
    return new Progress(
        EngineState.initial(parameters(1)),
        List.of(epoch(1, 0.5)),
        Map.of(ACTIVE, List.of(), INACTIVE, List.of()),
        Optional.empty());
  }

  private static Progress read(Progress progress) {
    Checkpoint checkpoint = Checkpoint.of(STAGE, new Checkpoint(STAGE, KERNEL, progress).toBytes());
    assertThat(checkpoint.stage()).isEqualTo(STAGE);
    assertThat(checkpoint.blasKernel()).isEqualTo(KERNEL);
    return checkpoint.progress();
  }

  private static void requireSame(Progress actual, Progress expected) {
    assertThat(bits(actual.engine())).isEqualTo(bits(expected.engine()));
    assertThat(kept(actual.engine())).isDeepEqualTo(kept(expected.engine()));
    assertThat(actual.epochs()).isEqualTo(expected.epochs());
    assertThat(actual.lowest().map(LowestLoss.Point::epoch))
        .isEqualTo(expected.lowest().map(LowestLoss.Point::epoch));
    assertThat(actual.lowest().map(point -> bits(EngineState.initial(point.parameters()))))
        .isEqualTo(expected.lowest().map(point -> bits(EngineState.initial(point.parameters()))));
    for (CounterSpec counter : List.of(ACTIVE, INACTIVE)) {
      assertThat(actual.counted(counter).toArray(long[][]::new))
          .isDeepEqualTo(expected.counted(counter).toArray(long[][]::new));
    }
  }

  private static boolean[][] kept(EngineState engine) {
    return engine.held().map(Mask::kept).orElse(List.of()).toArray(boolean[][]::new);
  }

  private static List<Integer> bits(EngineState engine) {
    List<Integer> bits = new ArrayList<>();
    addBits(bits, engine.parameters());
    bits.add(engine.optimizer().steps());
    engine.optimizer().moments().forEach(moment -> addBits(bits, moment));
    return bits;
  }

  private static void addBits(List<Integer> bits, Parameters parameters) {
    for (int layer = 0; layer < parameters.kernels().size(); layer++) {
      Kernel kernel = parameters.kernels().get(layer);
      bits.add(kernel.inputs());
      bits.add(kernel.units());
      addBits(bits, kernel.weights());
      addBits(bits, parameters.biases().get(layer));
    }
  }

  private static void addBits(List<Integer> bits, float[] values) {
    for (float value : values) {
      bits.add(Float.floatToRawIntBits(value));
    }
  }

  private static Parameters parameters(float first) {
    return new Parameters(
        List.of(new Kernel(2, 3, DELICATE), new Kernel(3, 1, new float[] {first, 0, -1})),
        List.of(new float[] {first, -0.0f, 2}, new float[] {Float.NaN}));
  }

  private static boolean[] flags(int count) {
    boolean[] flags = new boolean[count];
    for (int index = 0; index < count; index++) {
      flags[index] = index % 3 == 1;
    }
    return flags;
  }

  private static EpochResult epoch(int epoch, double loss) {
    Evaluation training = new Evaluation(loss, 0.7, Double.NaN, 0.1, 0.55);
    Evaluation validation = new Evaluation(1.25, 0.6, 0.9, 0.2, 0.65).lossAndAccuracy();
    EpochFigures figures = new EpochFigures(epoch, training, validation, Evaluation.NONE);
    return new EpochResult("training", figures, 0.125, 3.5);
  }

  private static StageSpec stage(long seed) {
    TrunkSpec trunk =
        new TrunkSpec(
            DatasetSpec.published("fashion-mnist-sample"),
            new NetworkSpec(List.of(3), true),
            new TrainingSpec(Optimizer.ADAM, 0.01, 32, 5, 0.98, Engine.VECTOR),
            seed);
    return new StageSpec(trunk, new FirstThreshold(0.7, List.of(ACTIVE, INACTIVE)));
  }
}
