package prunesweep.driver.tables;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.time.Instant;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The type of the values of a column, in Java, in Parquet, in Spark and in DuckDB. */
enum ColumnType {
  /** A {@link String}. */
  STRING,
  /** An {@link Integer}. */
  INT,
  /** A {@link Long}. */
  LONG,
  /** A {@link Double}, NaN and infinities included. */
  DOUBLE,
  /** A {@link Boolean}. */
  BOOLEAN,
  /** An {@link Instant}, kept as milliseconds of UTC. */
  TIMESTAMP,
  /** An array of bytes. */
  BINARY;

  /** The type of columns whose cells are {@code cells}. */
  static ColumnType of(Class<?> cells) {
    if (cells == String.class) {
      return STRING;
    } else if (cells == Integer.class) {
      return INT;
    } else if (cells == Double.class) {
      return DOUBLE;
    } else if (cells == Boolean.class) {
      return BOOLEAN;
    }
    throw new IllegalArgumentException("No column keeps a " + cells.getName());
  }

  PrimitiveType parquet(String name, Repetition repetition) {
    return switch (this) {
      case STRING ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition).as(stringType()).named(name);
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(timestampType(true, TimeUnit.MILLIS))
              .named(name);
      case BINARY -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
    };
  }

  DataType spark() {
    return switch (this) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case BINARY -> DataTypes.BinaryType;
    };
  }

  String duckDb() {
    return switch (this) {
      case STRING -> "VARCHAR";
      case INT -> "INTEGER";
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
      case BINARY -> "BLOB";
    };
  }

  Object get(Group row, String name) {
    return switch (this) {
      case STRING -> row.getString(name, 0);
      case INT -> row.getInteger(name, 0);
      case LONG -> row.getLong(name, 0);
      case DOUBLE -> row.getDouble(name, 0);
      case BOOLEAN -> row.getBoolean(name, 0);
      case TIMESTAMP -> Instant.ofEpochMilli(row.getLong(name, 0));
      case BINARY -> row.getBinary(name, 0).getBytes();
    };
  }

  void put(Group row, String name, Object value) {
    switch (this) {
      case STRING -> row.add(name, (String) value);
      case INT -> row.add(name, (int) value);
      case LONG -> row.add(name, (long) value);
      case DOUBLE -> row.add(name, (double) value);
      case BOOLEAN -> row.add(name, (boolean) value);
      case TIMESTAMP -> row.add(name, ((Instant) value).toEpochMilli());
      case BINARY -> row.add(name, Binary.fromConstantByteArray((byte[]) value));
    }
  }
}
