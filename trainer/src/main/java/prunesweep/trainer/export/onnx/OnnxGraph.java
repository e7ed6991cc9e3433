package prunesweep.trainer.export.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import prunesweep.trainer.export.NetworkArrays;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Layer;

/** The operations of a network, one after the other, from raw rows to classes. */
final class OnnxGraph {

  /** Raw rows, a float a feature. */
  static final String ROWS = "rows";

  /** A row of probabilities for each raw row. */
  static final String PROBABILITIES = "probabilities";

  /** The class of each raw row, from 0. */
  static final String CLASS = "class";

  private static final String IMAGE = "image";
  private static final String BATCH = "N";

  private final TrainedNetwork network;
  private final GraphProto.Builder graph;
  private String last = ROWS;

  private OnnxGraph(TrainedNetwork network, GraphProto.Builder graph) {
    this.network = network;
    this.graph = graph;
  }

  /** Adds the operations of {@code network} to {@code graph}, which has its arrays. */
  static void add(TrainedNetwork network, GraphProto.Builder graph) {
    new OnnxGraph(network, graph).add();
  }

  private void add() {
    graph.setName("prunesweep");
    graph.addInput(value(ROWS, DataType.FLOAT, network.inputs()));
    addScaling();
    List<Layer> layers = network.architecture().layers();
    if (layers.get(0) instanceof Layer.Convolution first) {
      addReshape(first.below());
    }
    for (int layer = 0; layer < layers.size(); layer++) {
      addLayer(layers, layer);
    }
    then(node("Softmax", PROBABILITIES).addAttribute(whole("axis", 1)));
    graph.addNode(
        node("ArgMax", CLASS)
            .addInput(last)
            .addAttribute(whole("axis", 1))
            .addAttribute(whole("keepdims", 0)));
    graph.addOutput(value(PROBABILITIES, DataType.FLOAT, network.architecture().classes()));
    graph.addOutput(value(CLASS, DataType.INT64));
  }

  /** In double precision, as in training, so that the same numbers go in. */
  private void addScaling() {
    if (!network.takesAll()) {
      then(node("Gather", "chosen").addAttribute(whole("axis", 1)), NetworkArrays.FEATURES);
    }
    then(node("Cast", "raw").addAttribute(whole("to", DataType.DOUBLE_VALUE)));
    then(node("Sub", "shifted"), NetworkArrays.SHIFT);
    then(node("Div", "spread_out"), NetworkArrays.SPREAD);
    then(node("Cast", "scaled").addAttribute(whole("to", DataType.FLOAT_VALUE)));
  }

  private void addReshape(FeatureMaps image) {
    graph
        .addInitializerBuilder()
        .setName(IMAGE)
        .setDataType(DataType.INT64_VALUE)
        .addDims(4)
        .addAllInt64Data(
            List.of(-1L, (long) image.channels(), (long) image.height(), (long) image.width()));
    then(node("Reshape", "images"), IMAGE);
  }

  private void addLayer(List<Layer> layers, int index) {
    String name = "layer" + (index + 1);
    if (layers.get(index) instanceof Layer.Convolution convolution) {
      addConvolution(convolution, index, name);
    } else {
      if (index > 0 && layers.get(index - 1) instanceof Layer.Convolution) {
        then(node("Flatten", name + "_flat").addAttribute(whole("axis", 1)));
      }
      then(node("MatMul", name + "_products"), NetworkArrays.kernel(index));
      if (network.architecture().bias()) {
        then(node("Add", name + "_sums"), NetworkArrays.bias(index));
      }
      if (index < layers.size() - 1) {
        then(node("Relu", name));
      }
    }
  }

  private void addConvolution(Layer.Convolution convolution, int index, String name) {
    int side = convolution.spec().kernel();
    int padding = convolution.spec().padding();
    NodeProto.Builder node =
        node("Conv", name + "_sums")
            .addAttribute(wholes("kernel_shape", side, side))
            .addAttribute(wholes("pads", padding, padding, padding, padding));
    if (network.architecture().bias()) {
      then(node, NetworkArrays.kernel(index), NetworkArrays.bias(index));
    } else {
      then(node, NetworkArrays.kernel(index));
    }
    then(node("Relu", name));
    int pooling = convolution.spec().pooling();
    if (pooling > 1) {
      then(
          node("MaxPool", name + "_pooled")
              .addAttribute(wholes("kernel_shape", pooling, pooling))
              .addAttribute(wholes("strides", pooling, pooling)));
    }
  }

  private static NodeProto.Builder node(String operation, String output) {
    return NodeProto.newBuilder().setOpType(operation).setName(output).addOutput(output);
  }

  /** Adds {@code node}, which takes what the last one made and {@code arrays}. */
  private void then(NodeProto.Builder node, String... arrays) {
    List<String> inputs = new ArrayList<>(List.of(last));
    inputs.addAll(Arrays.asList(arrays));
    last = node.getOutput(0);
    graph.addNode(node.addAllInput(inputs));
  }

  private static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  private static AttributeProto wholes(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  private static ValueInfoProto value(String name, DataType type, int... columns) {
    TypeProto.Builder described = TypeProto.newBuilder();
    TypeProto.Tensor.Builder tensor = described.getTensorTypeBuilder();
    tensor.setElemType(type.getNumber());
    tensor.getShapeBuilder().addDimBuilder().setDimParam(BATCH);
    for (int count : columns) {
      tensor.getShapeBuilder().addDimBuilder().setDimValue(count);
    }
    return ValueInfoProto.newBuilder().setName(name).setType(described).build();
  }
}
