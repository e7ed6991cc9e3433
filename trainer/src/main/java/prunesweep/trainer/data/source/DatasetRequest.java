package prunesweep.trainer.data.source;

import java.nio.file.Path;
import java.util.Optional;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Normalisation;

/**
 * Request for a data set.
 *
 * @param name the known name, or the user's own for their own files
 * @param origin where it comes from
 * @param normalisation of its numbers
 */
public record DatasetRequest(String name, DatasetOrigin origin, Normalisation normalisation) {

  /** The request that {@code values} make. */
  public static DatasetRequest of(Values values) {
    return new DatasetRequest(
        values.get(DatasetSpec.NAME),
        DatasetOrigin.of(values),
        values.get(DatasetSpec.NORMALISATION));
  }

  /** The known data set {@code name}, in {@code directory} if that is given, divided by 255. */
  public static DatasetRequest known(String name, Optional<Path> directory) {
    return new DatasetRequest(name, new DatasetOrigin.Known(directory), Normalisation.BYTE);
  }

  /** Returns true when its contents are known from its files alone. */
  public boolean isOfFiles() {
    return !(origin instanceof DatasetOrigin.Known known && known.directory().isEmpty());
  }
}
