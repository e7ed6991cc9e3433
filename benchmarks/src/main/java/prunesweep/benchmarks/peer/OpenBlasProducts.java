package prunesweep.benchmarks.peer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.FloatPointer;
import prunesweep.benchmarks.subject.LayerShape;
import prunesweep.benchmarks.subject.ProductKind;
import prunesweep.benchmarks.subject.StepProduct;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.random.RandomStream;

/** OpenBLAS' {@code sgemm}, one thread, on native memory that Java does not have to copy. */
final class OpenBlasProducts {

  private final LayerShape shape;
  final FloatPointer input;
  final FloatPointer inputGradient;
  final FloatPointer weights;
  final FloatPointer output;
  final FloatPointer outputGradient;

  OpenBlasProducts(LayerShape shape) {
    OpenBlas.inUse();
    this.shape = shape;
    this.input = matrix(shape.images(), shape.inputs());
    this.inputGradient = matrix(shape.images(), shape.inputs());
    this.weights = matrix(shape.inputs(), shape.units());
    this.output = matrix(shape.images(), shape.units());
    this.outputGradient = matrix(shape.images(), shape.units());
  }

  /** Values of -1 to 1: products of zeros and of denormal numbers take another time. */
  private static FloatPointer matrix(int rows, int columns) {
    RandomGenerator random = RandomStream.of(0, "matrix", columns);
    float[] values = new float[Math.multiplyExact(rows, columns)];
    for (int index = 0; index < values.length; index++) {
      values[index] = 2 * random.nextFloat() - 1;
    }
    return new FloatPointer(values);
  }

  /** The workload of {@code products}; those of one layer share their matrices. */
  static Workload of(List<StepProduct> products) {
    Map<Integer, OpenBlasProducts> layers = new HashMap<>();
    return new ProductsWorkload(
        products,
        product ->
            layers
                .computeIfAbsent(product.layer(), layer -> new OpenBlasProducts(product.shape()))
                .product(product.kind()),
        OpenBlasFacts::inUse);
  }

  Runnable product(ProductKind kind) {
    return switch (kind) {
      case FORWARD -> this::forward;
      case BACKWARD -> this::backward;
      case UPDATE -> this::update;
    };
  }

  private void forward() {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        shape.images(),
        shape.units(),
        shape.inputs(),
        1,
        input,
        shape.inputs(),
        weights,
        shape.units(),
        0,
        output,
        shape.units());
  }

  private void backward() {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        shape.images(),
        shape.inputs(),
        shape.units(),
        1,
        outputGradient,
        shape.units(),
        weights,
        shape.units(),
        0,
        inputGradient,
        shape.inputs());
  }

  private void update() {
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        shape.inputs(),
        shape.units(),
        shape.images(),
        (float) -Subject.LEARNING_RATE / shape.images(),
        input,
        shape.inputs(),
        outputGradient,
        shape.units(),
        1,
        weights,
        shape.units());
  }
}
