package prunesweep.trainer.machine;

/**
 * The time and memory that a piece of work took.
 *
 * @param seconds wall clock
 * @param bytes heap that its thread allocated, whatever was collected meanwhile
 */
public record Cost(double seconds, long bytes) {}
