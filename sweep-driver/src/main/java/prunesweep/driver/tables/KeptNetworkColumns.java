package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.BINARY;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.parquet.example.data.Group;
import prunesweep.trainer.data.Encoding;
import prunesweep.trainer.data.Scaling;
import prunesweep.trainer.result.KeptNetwork;
import prunesweep.trainer.result.KeptNetwork.Packed;

/** The table {@code kept_networks}, its columns, and a network made of a row. */
final class KeptNetworkColumns {

  static final String STAGE = "stage";

  private static final String NETWORK = "network";
  private static final String CLASSES = "classes";
  private static final String SHIFT = "shift";
  private static final String SPREAD = "spread";
  private static final String PATTERN = "pattern";
  private static final String WEIGHTS = "weights";
  private static final String BIASES = "biases";

  private static final List<Column<TrialResultRow<KeptNetwork>>> COLUMNS =
      List.of(
          ResultColumns.trial(),
          ResultColumns.stage(KeptNetwork::stage),
          ResultColumns.value(
              NETWORK, STRING, "e.g. 300-200-100-50", "As in `trials`", KeptNetwork::network),
          ResultColumns.value(
              "inputs",
              INT,
              "from 1",
              "Features that go in",
              kept -> kept.encoding().scaling().shifts().length),
          ResultColumns.value(
              CLASSES,
              STRING,
              "JSON, a list of texts",
              "What the classes are called, class 0 first",
              kept -> json(kept.encoding().classNames())),
          ResultColumns.value(
              SHIFT,
              BINARY,
              "a double a feature, little end first",
              "What is taken off a raw number",
              kept -> bytes(kept.encoding().scaling().shifts())),
          ResultColumns.value(
              SPREAD,
              BINARY,
              "a double a feature, little end first",
              "What it is then divided by; 0 where 0 goes in for every raw number",
              kept -> bytes(kept.encoding().scaling().spreads())),
          ResultColumns.value(
              PATTERN,
              BINARY,
              "a bit a weight",
              "1 where the weight is not 0: layer by layer, the output layer too, row by row as in"
                  + " `heat_maps`, without a break, lowest bit of the first byte first; zeros at"
                  + " the end are left out",
              kept -> kept.weights().pattern()),
          ResultColumns.value(
              WEIGHTS,
              BINARY,
              "a float a weight that is not 0, little end first",
              "Those weights, in that order",
              kept -> bytes(kept.weights().weights())),
          ResultColumns.value(
              BIASES,
              BINARY,
              "a float a unit, little end first",
              "The biases, layer by layer; empty without them",
              kept -> bytes(kept.weights().biases())));

  static final Table<TrialResultRow<KeptNetwork>> TABLE =
      new Table<>(
          "kept_networks",
          Generation.KEPT_NETWORKS,
          "One row a network that is kept: at the stages of a trial that `keep` names. `./sweep"
              + " export` makes files of them.",
          COLUMNS,
          TrialResultRow.from(KeptNetwork.class));

  private KeptNetworkColumns() {}

  /** Made when a network is written or read: it takes longer to load than a query may. */
  private static final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /** The network of a row with all columns. */
  static KeptNetwork network(Group row) {
    Scaling scaling = new Scaling(doubles(row, SHIFT), doubles(row, SPREAD));
    return new KeptNetwork(
        row.getString(STAGE, 0),
        row.getString(NETWORK, 0),
        new Encoding(scaling, texts(row.getString(CLASSES, 0))),
        new Packed(
            row.getBinary(PATTERN, 0).getBytes(), floats(row, WEIGHTS), floats(row, BIASES)));
  }

  private static String json(List<String> texts) {
    try {
      return Json.MAPPER.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> texts(String json) {
    try {
      return List.of(Json.MAPPER.readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] bytes(double[] values) {
    byte[] bytes = new byte[values.length * Double.BYTES];
    buffer(bytes).asDoubleBuffer().put(values);
    return bytes;
  }

  private static byte[] bytes(float[] values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    buffer(bytes).asFloatBuffer().put(values);
    return bytes;
  }

  private static double[] doubles(Group row, String column) {
    ByteBuffer bytes = buffer(row.getBinary(column, 0).getBytes());
    double[] values = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(values);
    return values;
  }

  private static float[] floats(Group row, String column) {
    ByteBuffer bytes = buffer(row.getBinary(column, 0).getBytes());
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
