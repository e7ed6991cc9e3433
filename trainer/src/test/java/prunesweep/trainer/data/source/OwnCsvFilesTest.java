package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.RealFeatures;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.source.DatasetOrigin.CsvFiles;
import prunesweep.trainer.spec.Normalisation;

/** A user's own CSV files, and each way they can be wrong. */
class OwnCsvFilesTest {

  private static final String HEADER = "length,kind,width\n";

  @TempDir Path directory;

  private DatasetLoader loader;
  private boolean header = true;
  private String label = "kind";
  private Optional<Integer> classes = Optional.empty();
  private Normalisation normalisation = Normalisation.NONE;

  /** Eleven rows to learn from, the first of which is held out, and two to test. */
  @BeforeEach
  void plants() {
    loader = new DatasetLoader(SmallDataset.catalogue(), new DatasetPlaces(List.of(), directory));
    train(HEADER + rows("rose", "ash", "elm"));
    test(HEADER + "-1.5,elm,2e-3\n+.25,ash,0\n");
  }

  /** Lengths 0, 1, 2 ... and widths 0.5, -0.5, -1.5 ... */
  private static String rows(String... labels) {
    return IntStream.range(0, 11)
        .mapToObj(row -> "%d,%s,%s\n".formatted(row, labels[row % labels.length], 0.5 - row))
        .collect(Collectors.joining());
  }

  private void train(String text) {
    write("train.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private void test(String text) {
    write("test.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(directory.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private LoadedDataset load() {
    CsvFiles files =
        new CsvFiles(
            directory.resolve("train.csv"), directory.resolve("test.csv"), header, label, classes);
    return loader.load(new DatasetRequest("plants", files, normalisation));
  }

  private static float[] row(LabelledImages images, int index) {
    float[] row = new float[images.inputs()];
    images.copy(index, row, 0);
    return row;
  }

  @Test
  void giveEveryColumnButTheLabelsAndSortedNames() {
    Dataset dataset = load().dataset();

    assertThat(dataset.inputs()).isEqualTo(2);
    assertThat(dataset.classes()).isEqualTo(3);
    assertThat(dataset.validation().count()).isEqualTo(1);
    assertThat(dataset.validation().label(0)).isEqualTo(2);
    assertThat(dataset.training().count()).isEqualTo(10);
    assertThat(dataset.training().label(0)).isZero();
    assertThat(dataset.training().label(1)).isEqualTo(1);
    assertThat(row(dataset.training(), 2)).containsExactly(3f, -2.5f);
    assertThat(row(dataset.test(), 0)).containsExactly(-1.5f, 0.002f);
    assertThat(row(dataset.test(), 1)).containsExactly(0.25f, 0f);
    assertThat(dataset.test().label(0)).isEqualTo(1);
  }

  /** Training lengths 1 to 10: mean 5.5, variance 2 (0.5^2 + 1.5^2 + ... + 4.5^2) / 10 = 8.25. */
  @Test
  void areStandardisedByTheTrainingPartAlone() {
    normalisation = Normalisation.STANDARD;
    Dataset dataset = load().dataset();

    assertThat(row(dataset.training(), 0)[0]).isEqualTo(-1.5666989f, within(1e-6f));
    assertThat(row(dataset.validation(), 0)[0]).isEqualTo(-1.9148542f, within(1e-6f));
    assertThat(row(dataset.test(), 0)[0]).isEqualTo(-2.4370872f, within(1e-6f));
  }

  @Test
  void ofBytesAreThoseOfIdxFiles() {
    normalisation = Normalisation.BYTE;
    train(HEADER + "255,1,0\n".repeat(5) + "51,0,7.0\n".repeat(5));
    test(HEADER + "1,0,2\n");
    Dataset dataset = load().dataset();

    assertThat(dataset.training().features()).isInstanceOf(ByteFeatures.class);
    assertThat(row(dataset.validation(), 0)).containsExactly(1f, 0f);
    assertThat(row(dataset.training(), 8)).containsExactly(0.2f, 7 / 255f);
  }

  @Test
  void mayHaveNumbersForLabelsAndNoHeader() {
    header = false;
    label = "1";
    train(rows("2", "00", "1"));
    test("0,1,0\n");
    Dataset dataset = load().dataset();

    assertThat(dataset.validation().label(0)).isEqualTo(2);
    assertThat(dataset.training().label(0)).isZero();
    assertThat(dataset.training().count()).isEqualTo(10);
  }

  @Test
  void takeALabelThatIsNoNumberFromZeroForAName() {
    train(HEADER + rows("1", "-1"));
    test(HEADER + "0,1,0\n");
    Dataset dataset = load().dataset();

    assertThat(dataset.classes()).isEqualTo(2);
    assertThat(dataset.test().label(0)).isEqualTo(1);
    assertThat(dataset.training().label(0)).isZero();
  }

  @Test
  void mayBeWrittenInAnyWayThatSaysTheSame() {
    Dataset plain = load().dataset();
    String text = HEADER + "\n" + rows("rose", "\"ash\"", " elm ").replace("\n", "\r\n") + "\n\n";
    write("train.csv", IdxBytes.gzip(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)));
    Dataset other = load().dataset();

    assertThat(other.training().labels()).isEqualTo(plain.training().labels());
    assertThat(((RealFeatures) other.training().features()).values())
        .isEqualTo(((RealFeatures) plain.training().features()).values());
  }

  @Test
  void areMarkedByWhatIsReadAndHow() {
    String content = load().content();
    assertThat(content).matches("[0-9a-f]{64}");

    label = "1";
    assertThat(load().content()).isEqualTo(content);
    classes = Optional.of(3);
    assertThat(load().content()).isEqualTo(content);
    classes = Optional.of(5);
    assertThat(load().content()).isNotEqualTo(content);
    classes = Optional.empty();
    test(HEADER + "1,elm,2\n");
    assertThat(load().content()).isNotEqualTo(content);
  }

  @Test
  void areMarkedByTheirNormalisationApartFromTheirContent() {
    LoadedDataset plain = load();
    normalisation = Normalisation.MIN_MAX;

    assertThat(load().content()).isEqualTo(plain.content());
    assertThat(load().spec()).isNotEqualTo(plain.spec());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "NaN", "Infinity", "1f", "0x1p3", "1,5", "1e999", "--1", "e"})
  void mustHoldNumbers(String cell) {
    test(HEADER + "0,elm,0\n\"%s\",elm,1\n".formatted(cell));
    refuse("test.csv", "line 3, column length must be a finite number such as -1.5e3, got " + cell);
  }

  @Test
  void mustHoldANumberInEachCell() {
    header = false;
    label = "1";
    train(rows("0", "1"));
    test("0,1,\n");
    refuse("test.csv", "line 1, column 2 must be a finite number such as -1.5e3, got nothing");
  }

  @Test
  void mustNotBeRagged() {
    train(HEADER + rows("ash", "elm") + "1,elm\n");
    refuse("train.csv", "line 13 must be 3 cells as its first line has, got 2");
  }

  @Test
  void mustHaveTheLabelColumn() {
    label = "knid";
    refuse(
        "train.csv",
        "dataset.csv.label must be a name of its header line or an index from 0 to 2, got knid"
            + " (did you mean kind?)");
    label = "3";
    refuse(
        "train.csv",
        "dataset.csv.label must be a name of its header line or an index from 0 to 2, got 3");
    header = false;
    refuse("train.csv", "dataset.csv.label must be an index from 0 to 2, got 3");
  }

  @Test
  void mustHaveOneLabelColumn() {
    train("kind,kind,width\n" + rows("1"));
    refuse(
        "train.csv",
        "dataset.csv.label must be the name of one column, got kind, the name of several");
  }

  @Test
  void mustHaveFeatures() {
    train("kind\nash\n");
    refuse("train.csv", "its number of columns must be at least 2, features and a label, got 1");
  }

  @Test
  void mustHaveTheSameColumns() {
    test("length,kind,height\n0,elm,0\n");
    refuse(
        "test.csv",
        "its header line must be that of %s, got height in place of width"
            .formatted(directory.resolve("train.csv")));
    test("length,kind\n0,elm\n");
    refuse(
        "test.csv",
        "its number of columns must be 3 as in %s, got 2"
            .formatted(directory.resolve("train.csv")));
  }

  @Test
  void mustTestLabelsOfTheTrainFile() {
    test(HEADER + "0,oak,0\n");
    refuse(
        "test.csv",
        "line 2, column kind must be a label of %s, got oak"
            .formatted(directory.resolve("train.csv")));
  }

  @Test
  void mustHaveALabelInEachRow() {
    test(HEADER + "0,,0\n");
    refuse("test.csv", "line 2, column kind must be a label, got nothing");
  }

  @Test
  void mustHaveEachClassAmongWhatIsTrainedOn() {
    train(HEADER + "0,rose,1\n" + rows("ash", "elm"));
    refuse(
        "train.csv",
        "its labels after the first tenth, which is held out, must be all of 0 to 2 (or"
            + " dataset.classes declared), got no 2");
  }

  @Test
  void mustKeepToTheClasses() {
    classes = Optional.of(2);
    refuse("train.csv", "its number of different labels must be at most 2, got 3");
    train(HEADER + rows("0", "2"));
    test(HEADER + "0,0,0\n");
    refuse("train.csv", "line 3, column kind must be from 0 to 1, got 2");
    classes = Optional.empty();
    train(HEADER + rows("0", "1000"));
    refuse("train.csv", "line 3, column kind must be a whole number from 0 to 999, got 1000");
  }

  @Test
  void mustBeBytesToBeTakenForBytes() {
    normalisation = Normalisation.BYTE;
    refuse(
        "train.csv",
        "line 2, column width must be a whole number from 0 to 255 for dataset.normalisation ="
            + " byte, got 0.5");
  }

  @Test
  void mustFitAFloat() {
    test(HEADER + "1e200,elm,0\n");
    refuse(
        "test.csv",
        "line 2, column length must be a number within 3.4e38 for dataset.normalisation = none,"
            + " got 1.0E200");
  }

  @Test
  void mustHaveRows() {
    train(HEADER + "0,elm,1\n");
    refuse(
        "train.csv",
        "its number of training rows must be at least 10, of which a tenth is held out, got 1");
    test(HEADER);
    refuse("test.csv", "its number of rows must be at least 1, got 0");
    test("");
    refuse("test.csv", "its length must be at least a line, got an empty file");
  }

  @Test
  void mustBeText() throws IOException {
    write("test.csv", new byte[] {'a', (byte) 0xff, ','});
    refuse("test.csv", "its text must be UTF-8, got other bytes");
    byte[] whole = IdxBytes.gzip((HEADER + rows("elm")).getBytes(StandardCharsets.UTF_8));
    write("test.csv", Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(this::load)
        .hasMessageStartingWith(
            "Cannot read %s: its gzip data must be", directory.resolve("test.csv"));
    test(HEADER + "0,\"elm,0\n");
    assertThatThrownBy(this::load)
        .hasMessageStartingWith(
            "Cannot read %s: its text must be well-formed CSV, got", directory.resolve("test.csv"));
    Files.delete(directory.resolve("test.csv"));
    refuse("test.csv", "it must be an existing file, got nothing there");
  }

  private void refuse(String file, String rest) {
    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessage("Cannot read %s: %s", directory.resolve(file), rest);
  }

  @Test
  void refusesGzipOfAThousandTimesItsSize() {
    String rows = HEADER + "1,rose,2\n".repeat(8 << 20);
    write("train.csv", IdxBytes.gzip(rows.getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "its gzip data must be complete and undamaged, got more than 500 times its size");
  }

  @Test
  void showsTheBeginningOfALongLabel() {
    train(HEADER + rows("rose", "ash", "elm"));
    test(HEADER + "-1.5," + "x".repeat(1_000_000) + ",2e-3\n");
    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .message()
        .endsWith("x...")
        .hasSizeLessThan(1000);
  }

  @Test
  void refusesALineLongerThanAnyTableHas() {
    byte[] line = new byte[65 << 20];
    Arrays.fill(line, (byte) '1');
    write("train.csv", line);
    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("it must be readable, got a line of more than 67108864 bytes");
  }
}
