package prunesweep.trainer.data.csv;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import prunesweep.trainer.data.ClassCount;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.FileLabels;

/**
 * Meaning of the labels of CSV files: classes, where all of the train file are whole numbers from 0
 * on; else names, and their places in sorted order are the classes.
 *
 * @param names all different labels of the train file, sorted by their characters' codes; empty for
 *     whole numbers
 * @param trainFile the file they are from
 */
record CsvLabels(List<String> names, String trainFile) {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * The meaning that {@code train} gives them.
   *
   * @param declared number of classes, if it is written
   * @throws DataException if there are too many
   */
  static CsvLabels of(CsvTable train, Optional<Integer> declared) {
    List<String> different =
        train.content().stream().map(CsvTable.CsvRow::label).distinct().sorted().toList();
    boolean numbers = different.stream().allMatch(label -> WHOLE_NUMBER.matcher(label).matches());
    int most = declared.orElse(ClassCount.MOST);
    if (!numbers && different.size() > most) {
      throw DataException.unreadable(
          train.file(), "its number of different labels", "at most " + most, different.size());
    }
    return new CsvLabels(numbers ? List.of() : different, train.file());
  }

  /**
   * The classes of the rows of {@code table}.
   *
   * @throws DataException if a label has no meaning
   */
  FileLabels of(CsvTable table) {
    short[] classes = new short[table.rows()];
    IntStream.range(0, classes.length)
        .forEach(row -> classes[row] = names.isEmpty() ? number(table, row) : place(table, row));
    return new FileLabels(table.file(), classes, table::labelPlace);
  }

  private static short number(CsvTable table, int row) {
    String label = table.label(row);
    boolean isNumber = WHOLE_NUMBER.matcher(label).matches();
    if (!isNumber || Integer.parseInt(label) >= ClassCount.MOST) {
      throw DataException.unreadable(
          table.file(),
          table.labelPlace(row),
          "a whole number from 0 to %d".formatted(ClassCount.MOST - 1),
          label);
    }
    return (short) Integer.parseInt(label);
  }

  private short place(CsvTable table, int row) {
    int place = Collections.binarySearch(names, table.label(row));
    if (place < 0) {
      throw DataException.unreadable(
          table.file(), table.labelPlace(row), "a label of " + trainFile, table.label(row));
    }
    return (short) place;
  }
}
