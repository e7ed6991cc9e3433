package prunesweep.trainer.data.source;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.KnownDataset.Origins;
import prunesweep.trainer.key.Suggestion;

/**
 * The data sets that are known by name.
 *
 * @param entries all of them, in the order they are listed
 */
public record DatasetCatalogue(List<KnownDataset> entries) {

  /** Characters of an unknown name in a message. */
  private static final int LONGEST_NAME = 80;

  private static final int INPUTS = 28 * 28;
  private static final int CLASSES = 10;
  private static final List<String> CLOTHES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");
  private static final String FASHION_LICENCE = "MIT, Copyright 2017 Zalando SE";

  private static final KnownDataset FASHION_MNIST =
      new KnownDataset(
          "fashion-mnist",
          INPUTS,
          CLASSES,
          CLOTHES,
          60_000,
          10_000,
          FASHION_LICENCE,
          Map.of(
              IdxFile.TRAIN_IMAGES,
              "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
              IdxFile.TRAIN_LABELS,
              "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
              IdxFile.TEST_IMAGES,
              "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
              IdxFile.TEST_LABELS,
              "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
          new Origins(
              List.of(
                  URI.create("https://fashion-mnist.s3.eu-central-1.amazonaws.com/"),
                  URI.create(
                      "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/")),
              Optional.of(KnownDataset.Package.ofFiles("dataset-fashion-mnist")),
              Optional.empty()));

  private static final KnownDataset MNIST =
      new KnownDataset(
          "mnist",
          INPUTS,
          CLASSES,
          List.of(),
          60_000,
          10_000,
          "CC BY-SA 3.0, Yann LeCun, Corinna Cortes and Christopher J. C. Burges",
          Map.of(
              IdxFile.TRAIN_IMAGES,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              IdxFile.TRAIN_LABELS,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              IdxFile.TEST_IMAGES,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              IdxFile.TEST_LABELS,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
          new Origins(
              List.of(
                  URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                  URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/")),
              Optional.empty(),
              Optional.empty()));

  private static final KnownDataset FASHION_MNIST_SAMPLE =
      new KnownDataset(
          "fashion-mnist-sample",
          INPUTS,
          CLASSES,
          CLOTHES,
          4_000,
          1_000,
          FASHION_LICENCE,
          Map.of(
              IdxFile.TRAIN_IMAGES,
              "09dd72e74aa8a76feaada262d167edcd489b57bc01d49240b1da1e0f2d395932",
              IdxFile.TRAIN_LABELS,
              "bd16d103c66bdc7c4826aef758caccae538e9465d8c4fd0939db7bcb1891a702",
              IdxFile.TEST_IMAGES,
              "7a6d8e07ea021ec5bc73135ebd0a5770799557ec6f8242d8749c4f32a3cf4643",
              IdxFile.TEST_LABELS,
              "b40abac7ec8228f434940f579deb7cf7b6e3103b5274cb91d1545771f5ef1c8b"),
          new Origins(
              List.of(), Optional.empty(), Optional.of("/prunesweep/data/fashion-mnist-sample/")));

  private static final KnownDataset OPTDIGITS =
      new KnownDataset(
          "optdigits",
          8 * 8,
          CLASSES,
          List.of(),
          1_400,
          397,
          "CC BY 4.0, Ethem Alpaydin and Cenk Kaynak, UCI Machine Learning Repository",
          Map.of(
              IdxFile.TRAIN_IMAGES,
              "7c38e4d0100fc69520fb65a1b8fe7492b6cbfafa7faa928959b87d3a69389d65",
              IdxFile.TRAIN_LABELS,
              "5ca991975bcf0ffa4fad989735374d0991eb958822289330d58d03e0f18171b6",
              IdxFile.TEST_IMAGES,
              "dbd76e25fd07618cf1adc206ca30b8bf382c72bfb05cf7f0cc375b33af2ee11e",
              IdxFile.TEST_LABELS,
              "8e296b7f867fb894c9bb2b71ac6ce118dab2bd197be87ce314545c3ae0ee04a4"),
          new Origins(
              List.of(),
              Optional.of(
                  new KnownDataset.Package(
                      "python3-sklearn",
                      Optional.of(
                          new KnownDataset.Table(
                              "usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz",
                              8,
                              8)))),
              Optional.empty()));

  public DatasetCatalogue {
    entries = List.copyOf(entries);
  }

  /** All data sets that are known: the sample that ships with the program, and published ones. */
  public static DatasetCatalogue published() {
    return new DatasetCatalogue(List.of(FASHION_MNIST, MNIST, FASHION_MNIST_SAMPLE, OPTDIGITS));
  }

  /** The names of all entries. */
  public List<String> names() {
    return entries.stream().map(KnownDataset::name).toList();
  }

  /**
   * The entry called {@code name}.
   *
   * @throws DataException listing the choices and the nearest one if there is none
   */
  public KnownDataset named(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /**
   * Checks that {@code name} can be that of a user's own data.
   *
   * @throws DataException if it is the name of an entry, which would mislead readers of the tables
   */
  void requireUnknown(String name) {
    if (names().contains(name)) {
      throw new DataException(
          "Cannot load data set: dataset.name must be a name of your own for files of your own, got"
              + " "
              + name);
    }
  }

  private DataException unknown(String name) {
    String choices = String.join(", ", names());
    String hint =
        Suggestion.nearest(name, names()).map(" (did you mean %s?)"::formatted).orElse("");
    return new DataException(
        "Cannot load data set: dataset.name must be one of %s%s, got %s"
            .formatted(choices, hint, StringUtils.abbreviate(name, LONGEST_NAME)));
  }
}
