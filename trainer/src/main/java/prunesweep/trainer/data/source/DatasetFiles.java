package prunesweep.trainer.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import prunesweep.trainer.data.file.BuiltInFile;
import prunesweep.trainer.data.file.DataFile;
import prunesweep.trainer.data.file.DiskFile;
import prunesweep.trainer.data.idx.IdxFile;

/**
 * The four files of a data set where they were found.
 *
 * @param where the place to be shown, for most the directory
 * @param contents the contents that are accepted
 * @param sources the files, all four
 */
public record DatasetFiles(String where, Contents contents, Map<IdxFile, DataFile> sources) {

  /** Contents that are accepted in the files of a data set. */
  public enum Contents {
    /** The published ones, byte for byte. */
    PUBLISHED,
    /** Any valid images and labels. */
    ANY
  }

  public DatasetFiles {
    sources = new EnumMap<>(sources);
  }

  /** The files in {@code directory}, uncompressed ones first; empty if one of them is not there. */
  public static Optional<DatasetFiles> in(Path directory, Contents contents) {
    if (!missing(directory).isEmpty()) {
      return Optional.empty();
    }
    Map<IdxFile, DataFile> sources = new EnumMap<>(IdxFile.class);
    for (IdxFile file : IdxFile.values()) {
      find(directory, file).ifPresent(path -> sources.put(file, new DiskFile(path)));
    }
    return Optional.of(new DatasetFiles(directory.toString(), contents, sources));
  }

  /** The files in the folder {@code resource} of the class path. */
  static DatasetFiles builtIn(String resource) {
    Map<IdxFile, DataFile> sources = new EnumMap<>(IdxFile.class);
    for (IdxFile file : IdxFile.values()) {
      sources.put(file, new BuiltInFile(resource + file.gzipName()));
    }
    return new DatasetFiles("built in", Contents.PUBLISHED, sources);
  }

  /** The names of the files that {@code directory} lacks, compressed and uncompressed. */
  public static List<String> missing(Path directory) {
    return Arrays.stream(IdxFile.values())
        .filter(file -> find(directory, file).isEmpty())
        .map(IdxFile::fileName)
        .toList();
  }

  private static Optional<Path> find(Path directory, IdxFile file) {
    List<Path> there =
        Stream.of(file.fileName(), file.gzipName())
            .map(directory::resolve)
            .filter(Files::exists)
            .toList();
    return there.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> there.stream().findFirst());
  }
}
