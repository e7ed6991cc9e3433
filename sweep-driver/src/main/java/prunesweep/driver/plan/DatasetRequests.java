package prunesweep.driver.plan;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import prunesweep.driver.config.Point;
import prunesweep.driver.config.Settings;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.DatasetOrigin;
import prunesweep.trainer.data.source.DatasetRequest;

/** Makes the requests for data sets out of points of a grid. */
final class DatasetRequests {

  private DatasetRequests() {}

  static DatasetRequest of(Point point) {
    return new DatasetRequest(
        point.value(Settings.DATASET_NAME), origin(point), point.value(Settings.NORMALISATION));
  }

  private static DatasetOrigin origin(Point point) {
    if (point.find(Settings.CSV_TRAIN).isPresent()) {
      return csvFiles(point);
    }
    return point.find(Settings.TRAIN_IMAGES).isPresent()
        ? idxFiles(point)
        : new DatasetOrigin.Known(point.find(Settings.DATASET_DIR));
  }

  private static DatasetOrigin csvFiles(Point point) {
    return new DatasetOrigin.CsvFiles(
        point.value(Settings.CSV_TRAIN),
        point.value(Settings.CSV_TEST),
        point.value(Settings.CSV_HEADER),
        point.value(Settings.CSV_LABEL),
        point.find(Settings.CLASSES));
  }

  private static DatasetOrigin idxFiles(Point point) {
    Map<IdxFile, Path> files = new EnumMap<>(IdxFile.class);
    files.put(IdxFile.TRAIN_IMAGES, point.value(Settings.TRAIN_IMAGES));
    files.put(IdxFile.TRAIN_LABELS, point.value(Settings.TRAIN_LABELS));
    files.put(IdxFile.TEST_IMAGES, point.value(Settings.TEST_IMAGES));
    files.put(IdxFile.TEST_LABELS, point.value(Settings.TEST_LABELS));
    return new DatasetOrigin.IdxFiles(files, point.find(Settings.CLASSES));
  }
}
