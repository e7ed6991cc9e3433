package prunesweep.benchmarks.contest;

/**
 * A comparison's value.
 *
 * @param id its name in files
 * @param label what it tells people
 * @param value over the rounds
 */
public record Ratio(String id, String label, Summary value) {}
