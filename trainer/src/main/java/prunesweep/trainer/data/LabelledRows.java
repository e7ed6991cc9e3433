package prunesweep.trainer.data;

/**
 * Raw rows of data and their labels.
 *
 * @param rows the numbers as they are in their file
 * @param labels the class of each row, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, not copied.
public record LabelledRows(RawValues rows, short[] labels) {}
