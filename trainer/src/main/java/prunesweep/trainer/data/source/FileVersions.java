package prunesweep.trainer.data.source;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.file.DataFile;
import prunesweep.trainer.data.file.FailureReason;

/** Versions of files: texts that change when files are replaced. */
final class FileVersions {

  private FileVersions() {}

  /**
   * The versions of {@code sources}, a line each.
   *
   * @throws DataException if one cannot be read
   */
  static String of(Collection<? extends DataFile> sources) {
    return sources.stream().map(FileVersions::of).collect(Collectors.joining("\n"));
  }

  private static String of(DataFile source) {
    try {
      return source.version();
    } catch (IOException e) {
      throw DataException.unreadable(source.name(), "it", "readable", FailureReason.of(e), e);
    }
  }
}
