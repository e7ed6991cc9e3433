package prunesweep.trainer.data.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prunesweep.trainer.data.file.Sha256;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.KnownDataset.Origins;
import prunesweep.trainer.data.source.KnownDataset.Package;

/** A data set of 20 training and 5 test images of 4 x 3 pixels, and its entry of a catalogue. */
public final class SmallDataset {

  public static final String NAME = "small";
  public static final int TRAIN = 20;
  public static final int TEST = 5;

  private SmallDataset() {}

  /** The uncompressed content of {@code file}. */
  public static byte[] content(IdxFile file) {
    return switch (file) {
      case TRAIN_IMAGES -> IdxBytes.images(TRAIN, 4, 3, 1);
      case TRAIN_LABELS -> IdxBytes.labels(TRAIN);
      case TEST_IMAGES -> IdxBytes.images(TEST, 4, 3, 2);
      case TEST_LABELS -> IdxBytes.labels(TEST);
    };
  }

  /** The SHA-256 of {@code content} in hexadecimal. */
  public static String sum(byte[] content) {
    return HexFormat.of().formatHex(Sha256.digest().digest(content));
  }

  /** Writes all four files as they are published into {@code directory}, which is made. */
  public static Path write(Path directory) {
    try {
      Files.createDirectories(directory);
      for (IdxFile file : IdxFile.values()) {
        Files.write(directory.resolve(file.gzipName()), IdxBytes.gzip(content(file)));
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry of a catalogue for it. */
  public static KnownDataset known(List<URI> publishers, Optional<String> debianPackage) {
    Map<IdxFile, String> sums = new EnumMap<>(IdxFile.class);
    for (IdxFile file : IdxFile.values()) {
      sums.put(file, sum(content(file)));
    }
    return new KnownDataset(
        NAME,
        4 * 3,
        10,
        List.of(),
        TRAIN,
        TEST,
        "none",
        sums,
        new Origins(publishers, debianPackage.map(Package::ofFiles), Optional.empty()));
  }

  public static KnownDataset known() {
    return known(List.of(), Optional.empty());
  }

  public static DatasetCatalogue catalogue() {
    return new DatasetCatalogue(List.of(known()));
  }
}
