package prunesweep.trainer.data.source;

import java.util.Arrays;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.RawDataset;
import prunesweep.trainer.data.file.Sha256;
import prunesweep.trainer.data.idx.IdxContents;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.DatasetFiles.Contents;

/**
 * Contents of the four files of a known data set: read, checked one by one and with each other.
 *
 * @param known its entry in the catalogue
 * @param files the contents
 */
public record DatasetContents(KnownDataset known, IdxContents files) {

  /**
   * Reads {@code files} as those of {@code known}.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  public static DatasetContents read(KnownDataset known, DatasetFiles files) {
    IdxContents read = IdxContents.read(files.sources());
    if (files.contents() == Contents.PUBLISHED) {
      Arrays.stream(IdxFile.values()).forEach(file -> requirePublished(known, file, read));
    }
    read.requireAgreement();
    read.trainLabels().requireBelow(known.classes());
    read.testLabels().requireBelow(known.classes());
    return new DatasetContents(known, read);
  }

  /** Refuses {@code file} if its contents are not the published ones. */
  private static void requirePublished(KnownDataset known, IdxFile file, IdxContents read) {
    if (!read.sha256(file).equals(known.sum(file))) {
      throw DataException.unreadable(
          read.name(file),
          "the SHA-256 of its uncompressed content",
          "%s as published for %s".formatted(known.sum(file), known.name()),
          read.sha256(file));
    }
  }

  /** The data set before normalisation. */
  RawDataset raw() {
    return files.raw(known.name(), known.classes());
  }

  /** Empty when all contents are the published ones, else a SHA-256 over the files' sums. */
  String fingerprint() {
    boolean published =
        Arrays.stream(IdxFile.values())
            .allMatch(file -> files.sha256(file).equals(known.sum(file)));
    return published ? "" : Sha256.of(files.sums());
  }
}
