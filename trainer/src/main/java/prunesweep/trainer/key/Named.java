package prunesweep.trainer.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A choice with the name it has in configs, tables and canonical texts. */
public interface Named {

  /** The name: lower case, words joined by hyphens, unless others have made it. */
  String label();

  /** The constant of {@code type} called {@code label}, or empty. */
  static <E extends Enum<E> & Named> Optional<E> find(Class<E> type, String label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.label().equals(label))
        .findFirst();
  }

  /** All names of {@code type}, in the order they are declared. */
  static <E extends Enum<E> & Named> List<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Named::label).toList();
  }
}
