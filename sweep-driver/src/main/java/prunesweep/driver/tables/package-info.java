/**
 * The results on disk: Parquet tables whose rows appear all at once or not at all, what is done
 * already, and the merging that keeps files few. The protocol and why it holds stand in {@code
 * docs/decisions/0002-commit-protocol.md}, every column in {@code docs/results.md}.
 */
@NullMarked
package prunesweep.driver.tables;

import org.jspecify.annotations.NullMarked;
