package prunesweep.trainer.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.export.CompactNetwork;
import prunesweep.trainer.export.Exported;
import prunesweep.trainer.export.TrainedNetwork;

/** The operations in a file, as ONNX Runtime has proven them right ({@link OnnxFile}). */
class OnnxGraphTest {

  private static GraphProto graph(TrainedNetwork network) throws IOException {
    return ModelProto.parseFrom(OnnxFile.of(network)).getGraph();
  }

  private static List<String> operations(GraphProto graph) {
    return graph.getNodeList().stream().map(NodeProto::getOpType).toList();
  }

  @Test
  void scalesThenMultiplies() throws IOException {
    GraphProto graph = graph(CompactNetwork.of(Exported.perceptron(0.01)));
    assertThat(operations(graph))
        .containsExactly(
            ("Gather Cast Sub Div Cast MatMul Add Relu MatMul Add Relu MatMul Add Relu MatMul Add"
                    + " Softmax ArgMax")
                .split(" "));
  }

  @Test
  void convolvesImages() throws IOException {
    GraphProto graph = graph(Exported.lenet());
    assertThat(operations(graph))
        .containsExactly(
            ("Cast Sub Div Cast Reshape Conv Relu MaxPool Conv Relu MaxPool Flatten MatMul Add Relu"
                    + " MatMul Add Relu MatMul Add Softmax ArgMax")
                .split(" "));
  }

  /** Every value that an operation takes is made before it, or is an array of the file. */
  @Test
  void everyOperationHasItsInputs() throws IOException {
    for (TrainedNetwork network : List.of(Exported.perceptron(1), Exported.lenet())) {
      GraphProto graph = graph(network);
      List<String> known =
          Stream.of(
                  graph.getInputList().stream().map(input -> input.getName()),
                  graph.getInitializerList().stream().map(array -> array.getName()),
                  graph.getNodeList().stream().flatMap(node -> node.getOutputList().stream()))
              .flatMap(names -> names)
              .toList();
      assertThat(known).doesNotHaveDuplicates();
      assertThat(graph.getNodeList())
          .allSatisfy(node -> assertThat(known).containsAll(node.getInputList()));
      assertThat(graph.getInitializerList())
          .allSatisfy(
              array ->
                  assertThat(graph.getNodeList())
                      .anyMatch(node -> node.getInputList().contains(array.getName())));
    }
  }
}
