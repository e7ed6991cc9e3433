package prunesweep.driver.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** The tables of a results folder. */
public enum TableName {
  /** One row a finished trial. */
  TRIALS,
  /** One row an epoch of a trial. */
  EPOCHS,
  /** One row a prune. */
  CYCLES,
  /** One row a hidden layer at one stage of a trial. */
  LAYERS,
  /** One row a sweep. */
  SWEEPS;

  /** The name in SQL and of the folder under {@code tables/}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns as Spark knows them, in the order of the files. */
  public StructType structType() {
    return Tables.of(this).structType();
  }

  /** The columns that older files lack though every row has a value in them: that value by name. */
  public Map<String, Object> valuesInOlderFiles() {
    Map<String, Object> values = new HashMap<>();
    Tables.of(this)
        .columns()
        .forEach(column -> column.before().ifPresent(value -> values.put(column.name(), value)));
    return values;
  }

  /** All but {@link #TRIALS}, whose files make a commit appear and disappear. */
  static List<TableName> besidesTrials() {
    return Arrays.stream(values()).filter(table -> table != TRIALS).toList();
  }
}
