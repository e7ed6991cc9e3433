package prunesweep.trainer.data;

import java.util.Arrays;
import prunesweep.trainer.data.DatasetFiles.Contents;

/**
 * What the four files of a known data set hold: read, checked one by one and with each other.
 *
 * @param known what the catalogue says of it
 * @param files what they hold
 */
record DatasetContents(KnownDataset known, IdxContents files) {

  /**
   * Reads {@code files} as those of {@code known}.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  static DatasetContents read(KnownDataset known, DatasetFiles files) {
    IdxContents read = IdxContents.read(files.sources());
    if (files.contents() == Contents.PUBLISHED) {
      Arrays.stream(IdxFile.values())
          .forEach(file -> requirePublished(known, file, read.array(file)));
    }
    read.requireAgreement();
    read.trainLabels().requireBelow(known.classes());
    read.testLabels().requireBelow(known.classes());
    return new DatasetContents(known, read);
  }

  /** Refuses {@code array} if it is not what the publishers' {@code file} holds. */
  private static void requirePublished(KnownDataset known, IdxFile file, IdxArray array) {
    if (!array.sha256().equals(known.sum(file))) {
      throw DataException.unreadable(
          array.file(),
          "the SHA-256 of its uncompressed content",
          "%s as published for %s".formatted(known.sum(file), known.name()),
          array.sha256());
    }
  }

  /** The data set before normalisation. */
  RawDataset raw() {
    return files.raw(known.name(), known.classes());
  }

  /** Empty when all files hold what the publishers say, else a SHA-256 over the files' sums. */
  String fingerprint() {
    boolean published =
        Arrays.stream(IdxFile.values())
            .allMatch(file -> files.array(file).sha256().equals(known.sum(file)));
    return published ? "" : Sha256.of(files.sums());
  }
}
