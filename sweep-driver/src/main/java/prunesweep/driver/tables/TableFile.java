package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

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

  private TableFile() {}

  static void write(OutputFile file, MessageType schema, RowSource rows) throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(file)
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      rows.writeTo(writer::write);
    }
  }

  /** Reads the columns of {@code schema}, which may be fewer than the file has. */
  static void read(Path file, MessageType schema, RowSink sink) throws IOException {
    try (ParquetReader<Group> reader = new Builder(new LocalInputFile(file), schema).build()) {
      for (Group row = next(reader, file); row != null; row = next(reader, file)) {
        sink.add(row);
      }
    }
  }

  private static @Nullable Group next(ParquetReader<Group> reader, Path file) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      IOException damage = new IOException("%s is damaged".formatted(file));
      damage.addSuppressed(e);
      throw damage;
    }
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
