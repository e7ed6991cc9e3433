package prunesweep.benchmarks.contest;

/**
 * A comparison's value.
 *
 * @param id its name in files
 * @param label its name for people
 * @param value over the rounds
 */
public record Ratio(String id, String label, Summary value) {}
