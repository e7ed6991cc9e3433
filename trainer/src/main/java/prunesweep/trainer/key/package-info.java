/**
 * Keys: one declaration each of name, kind, rule, older default, meaning and column, beside the
 * record that holds the value. Reading a config, ids, tables, labels and documents follow from it.
 */
@NullMarked
package prunesweep.trainer.key;

import org.jspecify.annotations.NullMarked;
