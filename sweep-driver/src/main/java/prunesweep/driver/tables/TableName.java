package prunesweep.driver.tables;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  SWEEPS,
  /** One row a stage of a trial: how the network did at its end. */
  EVALUATIONS,
  /** One row a singular value around a prune. */
  SINGULAR_VALUES,
  /** One row a reduction of a dense network to a pruned one's ranks. */
  PCA,
  /** One row a hidden layer at one stage: which weights are not zero. */
  HEAT_MAPS;

  private static final Set<TableName> LATER =
      Collections.unmodifiableSet(EnumSet.range(EVALUATIONS, HEAT_MAPS));

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

  /** Those that came later, all at once: commits of older versions have no file in any. */
  static Set<TableName> later() {
    return LATER;
  }

  /** All but {@link #TRIALS}, whose files make a commit appear and disappear. */
  static List<TableName> besidesTrials() {
    return Arrays.stream(values()).filter(table -> table != TRIALS).toList();
  }
}
