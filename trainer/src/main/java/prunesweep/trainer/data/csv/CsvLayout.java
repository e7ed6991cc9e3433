package prunesweep.trainer.data.csv;

/**
 * The layout of CSV files as their owner describes it.
 *
 * @param header whether the first line names the columns
 * @param label the label column: its name in the header line, else its index from 0
 */
public record CsvLayout(boolean header, String label) {}
