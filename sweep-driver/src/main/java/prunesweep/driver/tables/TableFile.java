package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.store.Inputs;

/** Reads and writes one Parquet file, row by row. */
final class TableFile {

  /** Takes rows. */
  interface RowSink {

    /** Takes one row. */
    void add(Group row) throws IOException;
  }

  /** Gives rows. */
  interface RowSource {

    /** Gives all rows, in order. */
    void writeTo(RowSink sink) throws IOException;
  }

  private static final String GENERATION = "prunesweep.generation";
  private static final String BROUGHT = "prunesweep.brought";

  private TableFile() {}

  /** The words of a file of {@code table} that is written with every table of a generation. */
  static Map<String, String> declaring(int generation, Table<?> table) {
    Map<String, String> says = new HashMap<>(Map.of(GENERATION, Integer.toString(generation)));
    if (!table.brought().isEmpty()) {
      says.put(
          BROUGHT, table.brought().stream().map(Column::name).collect(Collectors.joining(",")));
    }
    return says;
  }

  /** Writes {@code rows} and, beside them, what the file {@code says} of itself. */
  static void write(OutputFile file, MessageType schema, Map<String, String> says, RowSource rows)
      throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(file)
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withExtraMetaData(says)
            .build()) {
      rows.writeTo(writer::write);
    }
  }

  /** Reads the columns of {@code table}; what an older file lacks of them is filled in. */
  static void read(Path file, Table<?> table, RowSink sink) throws IOException {
    FileColumns columns = FileColumns.of(file, table);
    RowSink whole = columns.completing(sink);
    InputFile input = Inputs.of(file);
    try (ParquetReader<Group> reader = new Builder(input, columns.shared()).build()) {
      for (Group row = next(reader, file); row != null; row = next(reader, file)) {
        whole.add(row);
      }
    }
  }

  /** The columns that {@code file} has. */
  static MessageType schema(Path file) throws IOException {
    return footer(file).getSchema();
  }

  /** What {@code file} says of itself beside its rows. */
  static Map<String, String> words(Path file) throws IOException {
    return footer(file).getKeyValueMetaData();
  }

  /** The generation that {@code file} says it is of; none where an older version wrote it. */
  static OptionalInt generation(Path file) throws IOException {
    String generation = footer(file).getKeyValueMetaData().get(GENERATION);
    try {
      return generation == null
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(generation));
    } catch (NumberFormatException e) {
      throw damage(file, e);
    }
  }

  /** The columns of {@code file} that are no version's, but of what was brought along. */
  static Set<String> brought(Path file) throws IOException {
    String brought = footer(file).getKeyValueMetaData().get(BROUGHT);
    return brought == null ? Set.of() : Set.of(brought.split(","));
  }

  private static FileMetaData footer(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(Inputs.of(file), options)) {
      return reader.getFileMetaData();
    } catch (RuntimeException e) {
      throw damage(file, e);
    }
  }

  private static @Nullable Group next(ParquetReader<Group> reader, Path file) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw damage(file, e);
    }
  }

  private static IOException damage(Path file, RuntimeException cause) {
    IOException damage = new IOException("%s is damaged".formatted(file));
    damage.addSuppressed(cause);
    return damage;
  }

  private static final class Builder extends ParquetReader.Builder<Group> {

    Builder(InputFile file, MessageType schema) {
      super(file, configuration(schema));
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }

    private static ParquetConfiguration configuration(MessageType schema) {
      ParquetConfiguration configuration = new PlainParquetConfiguration();
      configuration.set(ReadSupport.PARQUET_READ_SCHEMA, schema.toString());
      return configuration;
    }
  }
}
