package prunesweep.driver.published;

import java.util.List;
import java.util.Optional;

/**
 * Where figures were published.
 *
 * @param name the name that commands and views know it by
 * @param citation authors, title and place
 * @param address of it
 */
public record Source(String name, String citation, String address) {

  /** All sources. */
  public static List<Source> all() {
    return ResourceTable.rows("sources").stream()
        .map(row -> new Source(row.cell("source"), row.cell("what"), row.cell("address")))
        .toList();
  }

  /** The source of that name. */
  public static Optional<Source> named(String name) {
    return all().stream().filter(source -> source.name().equals(name)).findFirst();
  }
}
