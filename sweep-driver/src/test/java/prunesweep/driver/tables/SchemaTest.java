package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

  /**
   * Others' queries depend on these: a column may be added at the end, if {@link OtherVersionsTest}
   * can then still read old files.
   */
  @Test
  void isAsPublished() throws IOException {
    StringBuilder schemas = new StringBuilder();
    for (Table<?> table : Tables.PUBLISHED.all()) {
      schemas.append(table.messageType());
    }
    Golden.of("sweep-driver/src/test/resources/prunesweep/driver/tables/schemas.txt")
        .mustBe(schemas.toString());
  }

  @Test
  void trialsStartsWithThePromisedColumns() {
    List<String> promised =
        List.of(
            ("trial_id, sweep, dataset, network, method, scope, score, counter, cycles, target,"
                    + " seed, status, failure_kind, error, stop_reason, cycles_done, epochs,"
                    + " train_accuracy, validation_accuracy, test_accuracy, test_top5,"
                    + " class0_top1_test, class0_top5_test, weights, nonzero_weights, sparsity,"
                    + " compression_ratio, kflops, seconds")
                .split(", "));
    assertThat(Tables.PUBLISHED.named("trials").structType().fieldNames())
        .startsWith(promised.toArray(new String[0]));
  }

  static Stream<Table<?>> isTheSameForSparkAndParquet() {
    return Tables.PUBLISHED.all().stream();
  }

  @ParameterizedTest
  @MethodSource
  void isTheSameForSparkAndParquet(Table<?> table) {
    StructType read = new ParquetToSparkSchemaConverter(new SQLConf()).convert(table.messageType());
    assertThat(table.structType()).isEqualTo(read);
  }
}
