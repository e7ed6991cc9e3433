package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.driver.run.SmallSweep;
import prunesweep.driver.tables.ResultTables;

/** Whatever is wrong with what the user gave: one sentence, exit code 2, and no tables. */
class BadInputTest {

  private static final String FOREIGN_CORE =
      System.getProperty("os.arch").equals("aarch64") ? "Haswell" : "ARMV8";

  @TempDir Path directory;

  /**
   * A wrong input.
   *
   * @param what is wrong, for the name of the test
   * @param prepare makes files in the directory of the test
   * @param arguments the command line, in which $DIR stands for that directory
   * @param sentence parts of the sentence, in order
   */
  private record Bad(
      String what, Consumer<Path> prepare, List<String> arguments, List<String> sentence) {

    @Override
    public String toString() {
      return StringUtils.abbreviate(what, 80);
    }
  }

  private static Bad bad(
      String what, Consumer<Path> prepare, String arguments, String... sentence) {
    return new Bad(what, prepare, List.of(arguments.split(" ")), List.of(sentence));
  }

  /** A good sweep with one more line. */
  private static Bad line(String line, String... sentence) {
    return bad(
        line,
        directory -> SmallSweep.write(directory, SmallSweep.TEN_TRIALS + line),
        "run $DIR/small.conf --out $DIR/out --master local[1]",
        sentence);
  }

  /** A good sweep run with other arguments. */
  private static Bad run(String arguments, String... sentence) {
    return bad(
        arguments,
        directory -> SmallSweep.write(directory, SmallSweep.TEN_TRIALS),
        "run $DIR/small.conf " + arguments,
        sentence);
  }

  private static Bad data(String what, Consumer<IdxFolder> spoil, String... sentence) {
    return bad(
        what,
        directory -> {
          spoil.accept(IdxFolder.in(directory));
          SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
        },
        "run $DIR/small.conf --out $DIR/out --master local[1] --set dataset.dir=$DIR",
        sentence);
  }

  private static Bad sql(String query, String... sentence) {
    List<String> arguments = List.of("sql", "--engine", "spark", "--results", "$DIR", query);
    return new Bad("sql " + query, BadInputTest::oneSweep, arguments, List.of(sentence));
  }

  private static Bad command(String arguments, String... sentence) {
    return bad(arguments, directory -> {}, arguments, sentence);
  }

  /** Tables with nothing but the row of a sweep; that folder is allowed to be there. */
  private static void oneSweep(Path directory) {
    try (ResultTables tables = ResultTables.open(directory)) {
      tables.recordSweep(Rows.sweep());
    }
  }

  static Stream<Bad> configs() {
    return Stream.of(
        bad(
            "no such config",
            directory -> {},
            "run $DIR/none.conf --out $DIR/out",
            "Cannot",
            "none.conf"),
        bad("directory as config", directory -> {}, "run $DIR --out $DIR/out", "Cannot", "$DIR"),
        bad("plan without config", directory -> {}, "plan $DIR/none.conf", "Cannot", "none.conf"),
        line("sweep.name = [", "small.conf", "HOCON"),
        line("velocity = 3", "velocity is not a key here"),
        line("trainin.max-epochs = 3", "did you mean training?"),
        line("training.max-epochs = -3", "training.max-epochs must be", "got -3"),
        line("training.learning-rate = NaN", "training.learning-rate must be", "NaN"),
        line("training.learning-rate = -0.1", "training.learning-rate must be", "got -0.1"),
        line("sweep.seeds = []", "sweep.seeds must be", "got []"),
        line("grid = []", "grid must be", "got []"),
        line("grid = [{ method = activation, score = [] }]", "grid[0].score must be", "got []"),
        line("activation.target = 0", "activation.target must be", "got 0"),
        line("activation.target = 1", "activation.target must be", "got 1"),
        line("activation.target = 100", "activation.target must be", "got 100"),
        line(
            "network.hidden = [2], activation.target = 0.99",
            "Cannot plan a trial of network 2: target must be at most 1568 / 1588",
            "got 0.99"),
        line(
            "activation.first-threshold = 0.98",
            "first-threshold must be below target-accuracy (0.98)",
            "got 0.98"),
        line("network.hidden = [24, 0]", "network.hidden must be", "got [24,0]"),
        line(
            "network.convolutions = [{ channels = 6, kernel = 29, padding = 0, pooling = 1 }]",
            "Cannot plan a trial of network 6c29-24-12: network.convolutions must be small enough"
                + " for maps of 28 x 28, kernel and pooling together, got 6c29"),
        line(
            "dataset.name = fashion-mnits",
            "dataset.name must be",
            "fashion-mnist",
            "did you mean fashion-mnist?",
            "got fashion-mnits"),
        line("dataset.dir = /nowhere/at/all", "dataset.dir must be", "/nowhere/at/all"),
        line("training.engine = gpu", "training.engine must be vector or dl4j"),
        line(
            "native.openblas-core = " + FOREIGN_CORE,
            "Cannot run OpenBLAS: native.openblas-core must be a core that OpenBLAS has kernels of",
            "got " + FOREIGN_CORE,
            "on 127.0.0.1"),
        line("spark.master = yarn", "spark.master must be left out", "got \"yarn\""),
        line("spark.serializer = nowhere", "Cannot start Spark on local[1]:", "no class nowhere"),
        line("spark.executor.memory = lots", "Cannot start Spark on local[1]:", "lots"),
        line(
            "spark.executor.memory = lots",
            "Cannot start Spark on local[1]: spark.executor.memory must be a value that Spark"
                + " takes, got lots"),
        line(
            "spark.sql.shuffle.partitions = many",
            "Cannot start Spark on local[1]: spark.sql.shuffle.partitions must be"),
        line(
            "spark.local.dir = /proc/x",
            "Cannot start Spark on local[1]: spark.local.dir must be a folder that can be made",
            "got /proc/x"),
        line(
            "dataset.dir = \"/no\\u001b[31m\\nfolder\\u0000\"",
            "dataset.dir must be",
            "got \"/no\\u001b[31m\\nfolder\\u0000\""),
        line(
            "dataset.dir = \"/no\\u001b[31m\\nfolder\"",
            "dataset.dir must be an existing directory, got /no\\u001b[31m\\nfolder"),
        line("dataset.name = " + "x".repeat(60_000), "dataset.name must be one of", "..."),
        line("a..b = 1", "small.conf, line ", "it must be valid HOCON"),
        line("sweep.seeds = [4] ${training}", "sweep.seeds must join only lists"));
  }

  static Stream<Bad> dataFiles() {
    String images = IdxFolder.TRAIN_IMAGES;
    String labels = IdxFolder.TRAIN_LABELS;
    byte[] garbage = "This is no IDX file at all.".getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        data(
            "truncated images",
            folder -> folder.with(images, IdxFolder.truncated(IdxFolder.images(40))),
            "Cannot read",
            images),
        data(
            "truncated header",
            folder -> folder.with(labels, new byte[] {0, 0, 8}),
            "Cannot read",
            labels),
        data(
            "wrong magic",
            folder -> folder.with(images, IdxFolder.labels(40)),
            "Cannot read",
            images,
            "magic"),
        data(
            "no gzip",
            folder -> folder.without(images).with(images + ".gz", garbage),
            "Cannot read",
            images + ".gz"),
        data("no IDX", folder -> folder.with(images, garbage), "Cannot read", images),
        data(
            "label 255",
            folder -> folder.with(labels, IdxFolder.labelsWith(255)),
            "Cannot read",
            "label 3",
            "from 0 to 9",
            "got 255"),
        data(
            "missing file",
            folder -> folder.without(labels),
            "dataset.dir must hold its four files",
            labels),
        data(
            "empty file",
            folder -> folder.with(IdxFolder.TEST_IMAGES, new byte[0]),
            "Cannot read",
            IdxFolder.TEST_IMAGES),
        data(
            "other number of labels",
            folder -> folder.with(labels, IdxFolder.labels(39)),
            "Cannot read",
            "40",
            "got 39"),
        data(
            "too few images",
            folder -> folder.with(images, IdxFolder.images(3)).with(labels, IdxFolder.labels(3)),
            "Cannot read",
            "at least 10",
            "got 3"));
  }

  /** A good sweep of the user's own IDX files, with other arguments. */
  private static Bad own(String what, Consumer<IdxFolder> spoil, String more, String... sentence) {
    return bad(
        what,
        directory -> {
          spoil.accept(IdxFolder.in(directory));
          SmallSweep.write(
              directory,
              SmallSweep.TEN_TRIALS
                  + """
                  dataset { name = mine
                    idx { train-images = $DIR/%s, train-labels = $DIR/%s
                          test-images = $DIR/%s, test-labels = $DIR/%s } }
                  """
                      .replace("$DIR", directory.toString())
                      .formatted(
                          IdxFolder.TRAIN_IMAGES,
                          IdxFolder.TRAIN_LABELS,
                          IdxFolder.TEST_IMAGES,
                          IdxFolder.TEST_LABELS));
        },
        "run $DIR/small.conf --out $DIR/out --master local[1]" + more,
        sentence);
  }

  static Stream<Bad> ownFiles() {
    String labels = IdxFolder.TRAIN_LABELS;
    return Stream.of(
        own(
            "own, missing file",
            folder -> folder.without(labels),
            "",
            "Cannot read $DIR/" + labels,
            "it must be an existing file, got nothing there"),
        own(
            "own, wrong magic",
            folder -> folder.with(labels, IdxFolder.images(40)),
            "",
            labels + ": its magic number must be",
            "got 0x00000803"),
        own(
            "own, class absent",
            folder -> folder.with(labels, IdxFolder.labelsWith(11)),
            "",
            labels
                + ": its labels after the first tenth, which is held out, must be all of 0 to 11",
            "got no 10"),
        own(
            "own, label above the declared classes",
            folder -> {},
            " --set dataset.classes=9",
            labels + ": label 1 must be from 0 to 8, got 9"),
        own(
            "own, one class",
            folder -> {},
            " --set dataset.classes=1",
            "dataset.classes must be from 2 to 1000, got 1"),
        own(
            "own, a known name",
            folder -> {},
            " --set dataset.name=mnist",
            "dataset.name must be a name of your own for files of your own, got mnist"),
        own(
            "own, and a directory",
            folder -> {},
            " --set dataset.dir=$DIR",
            "dataset must have one of dataset.dir, dataset.idx and dataset.csv",
            "got dataset.dir and dataset.idx"),
        line(
            "dataset.normalisation = standart",
            "dataset.normalisation must be byte or none or min-max or standard",
            "got \"standart\"",
            "standard"),
        line(
            "dataset { name = mine, idx.train-images = x }",
            "dataset.idx must have dataset.idx.train-labels and dataset.idx.test-images and"
                + " dataset.idx.test-labels, got none"),
        line("dataset.idx.train-labels = [x]", "dataset.idx.train-labels must be one value"),
        line(
            "dataset.classes = 3",
            "dataset.classes must be left out without dataset.idx or dataset.csv, got 3"));
  }

  /** A sweep of the user's own CSV files, with {@code train} for the one to learn from. */
  private static Bad csv(String what, String train, String more, String... sentence) {
    return bad(
        what,
        directory -> {
          SmallSweep.write(
              directory,
              SmallSweep.TEN_TRIALS
                  + "dataset { name = mine, csv { train = $DIR/train, test = $DIR/test, label = b } }"
                      .replace("$DIR", directory.toString()));
          write(directory.resolve("train"), train);
          write(directory.resolve("test"), "a,b\n1,0\n");
        },
        "run $DIR/small.conf --out $DIR/out --master local[1]" + more,
        sentence);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Bad> csvFiles() {
    String good = "a,b\n" + "1,0\n2,1\n".repeat(10);
    String read = "Cannot read $DIR/train: ";
    return Stream.of(
        csv("csv, a word", good + "x,0\n", "", read + "line 22, column a must be", "got x"),
        csv("csv, NaN", good + "NaN,0\n", "", read + "line 22, column a must be", "got NaN"),
        csv("csv, ragged", good + "1\n", "", read + "line 22 must be 2 cells", "got 1"),
        csv("csv, no byte", good + "-1,0\n", "", read, "dataset.normalisation = byte", "got -1.0"),
        csv("csv, class absent", good + "1,3\n", "", read + "its labels", "got no 2"),
        csv("csv, nothing", "", "", read + "its length must be", "got an empty file"),
        csv("csv, no such file", good, " --set dataset.csv.test=/no/file", "Cannot read /no/file:"),
        csv("csv, a directory", good, " --set dataset.csv.train=$DIR", "must be a file, got a dir"),
        csv(
            "csv, no such column",
            good,
            " --set dataset.csv.label=kind",
            read + "dataset.csv.label must be a name of its header line or an index from 0 to 1",
            "got kind"),
        csv(
            "csv, and IDX",
            good,
            " --set dataset.idx.train-images=x",
            "dataset must have one of dataset.dir, dataset.idx and dataset.csv",
            "got dataset.idx and dataset.csv"),
        line(
            "dataset { name = mine, csv { train = a, test = b } }",
            "dataset.csv must have dataset.csv.label, got none"),
        csv(
            "csv, and a directory in a block",
            good,
            " --set grid=[{method=dense,dataset.dir=/d}]",
            "grid[0].dataset must have one of",
            "got dataset.dir and dataset.csv"),
        csv(
            "csv, another name in a block",
            good,
            " --set grid=[{method=dense,dataset.name=mnist}]",
            "grid[0].dataset.name must be written beside a dataset.csv of its own, got"),
        csv(
            "csv, an axis",
            good,
            " --set grid=[{method=dense,dataset.classes=[2,3]}]",
            "grid[0].dataset.classes must be one value, no axis, got [2,3]"));
  }

  static Stream<Bad> places() {
    String use = "Cannot use the master: --master must be";
    return Stream.of(
        new Bad(
            "empty --out",
            directory -> SmallSweep.write(directory, SmallSweep.TEN_TRIALS),
            List.of("run", "$DIR/small.conf", "--out", ""),
            List.of("Cannot write results: --out must be the name of a folder, got ''")),
        run("--out $DIR/" + "o".repeat(300), "Cannot write results", "too long"),
        run("--out $DIR/small.conf", "Cannot write results", "small.conf"),
        run("--out $DIR/small.conf/below", "Cannot write results", "small.conf"),
        run("--out /proc/prunesweep", "Cannot write results", "/proc"),
        run(
            "--out $DIR/out --master yarn",
            use,
            "got yarn",
            ", which needs spark-yarn: submit the application jar with a Spark that has it"),
        run(
            "--out $DIR/out --master k8s://host:443",
            use,
            "got k8s://host:443",
            "spark-kubernetes"),
        run("--out $DIR/out --master mesos://host:1", use, "yarn or k8s://HOST:PORT, got mesos:"),
        run(
            "--out $DIR/out --master local-cluster[1,1,512]",
            "Cannot start Spark on local-cluster[1,1,512]:",
            "512"),
        run(
            "--out $DIR/out --properties-file $DIR/none",
            "Cannot read Spark's properties: --properties-file must be a file of lines",
            "none"),
        run(
            "--out $DIR/out --properties-file $DIR/small.conf",
            "Cannot read Spark's properties: --properties-file must be a file of keys that begin",
            "small.conf"),
        run("--out $DIR/out --master spark:/x", use, "got spark:/x"),
        run("--out $DIR/out --master local[0]", use, "got local[0]"),
        run("--out $DIR/out --master local[x]", use, "got local[x]"),
        run(
            "--out $DIR/out --master spark://127.0.0.1:1",
            use,
            "nothing answers at spark://127.0.0.1:1"),
        run("--out $DIR/out --master spark://127.0.0.1:99999", use, "spark://127.0.0.1:99999"));
  }

  static Stream<Bad> arguments() {
    return Stream.of(
        run("--out $DIR/out --set sweep.seeds", "--set", "sweep.seeds"),
        run("--out $DIR/out --set =3", "--set"),
        run("--out $DIR/out --set sweep.seed=[3]", "did you mean sweep.seeds?"),
        run("--otu $DIR/out", "Unknown option", "--otu", "did you mean --out?", "sweep run --help"),
        run("more.conf", "Unmatched argument", "more.conf", "sweep run --help"),
        run("--out", "--out", "sweep run --help"),
        command("rn x", "Unmatched argument", "rn", "did you mean run?", "sweep --help"),
        command("run", "Missing required parameter", "CONF", "sweep run --help"),
        command("plan", "Missing required parameter", "CONF", "sweep plan --help"),
        command("sql", "Missing required parameter", "QUERY", "sweep sql --help"),
        command("data", "Missing", "list or fetch", "sweep data --help"),
        command("data fetch", "Missing required parameter", "NAME"),
        command("data fetch fashion-mnits", "did you mean fashion-mnist?", "got fashion-mnits"),
        command("sql --format xml Q", "--format", "table, csv, json", "xml"),
        command("sql --results $DIR Q", "Cannot read results", "holds no tables"),
        command("sql --results $DIR/none Q", "Cannot read results", "holds no tables"));
  }

  static Stream<Bad> queries() {
    String refused = "it must be a SELECT, SHOW, DESCRIBE or EXPLAIN";
    return Stream.of(
        sql("SELEC * FROM trials", "Cannot run the query:", "SELEC"),
        sql("SELECT * FROM", "Cannot run the query:"),
        sql("", "Cannot run the query:"),
        sql("SELECT * FROM trails", "Cannot run the query:", "trails", "cannot be found"),
        sql("SELECT sparsty FROM trials", "Cannot run the query:", "sparsty", "sparsity"),
        sql("SELECT nothing(seed) FROM trials", "Cannot run the query:", "nothing"),
        sql("SELECT raise_error('it is late') FROM sweeps", "Cannot run the query:", "it is late"),
        sql("SELECT raise_error('late\\u001b[31m')", "Cannot run the query: late\\u001b[31m"),
        sql(
            "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000),
            "Cannot run the query: it must be nested at most 50 brackets deep, got 20000"),
        sql(
            "SELECT " + "- ".repeat(20_000) + "1",
            "Cannot run the query: it must be simple enough for Spark to parse"),
        sql(
            "SELECT '" + "x".repeat(200_000) + "'",
            "Cannot run the query: it must be at most 100000 characters long, got 200009"),
        sql(
            "SELECT * FROM range(10000000000)",
            "Cannot run the query: its answer must have at most 1000000 rows, got more"),
        sql(
            "SELECT repeat('x', 2147483647)",
            "Cannot run the query: it and its answer must fit into a memory of"),
        sql("SELECT 1; SELECT 2", "Cannot run the query:"),
        sql("DROP VIEW trials", refused),
        sql("DROP TABLE trials", refused),
        sql("INSERT INTO trials SELECT * FROM trials", refused),
        sql("CREATE TABLE x (i INT) USING parquet", refused),
        sql("CREATE TABLE x USING parquet AS SELECT 1 AS i", refused),
        sql("INSERT OVERWRITE DIRECTORY 'x' USING parquet SELECT 1", refused),
        sql("EXECUTE IMMEDIATE 'CREATE TABLE x (i INT) USING parquet'", refused),
        sql("BEGIN CREATE TABLE x (i INT) USING parquet; END", refused));
  }

  @ParameterizedTest
  @MethodSource({"configs", "dataFiles", "ownFiles", "csvFiles", "places", "arguments"})
  void getsOneSentenceAndLeavesNoTables(Bad bad) throws IOException {
    requireOneSentence(bad);
    assertThat(files()).noneMatch(file -> file.endsWith("tables") || file.endsWith("out"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void getsOneSentenceForABadQuery(Bad bad) throws IOException {
    requireOneSentence(bad);
    assertThat(Path.of("spark-warehouse")).doesNotExist();
    assertThat(Path.of("x")).doesNotExist();
  }

  private void requireOneSentence(Bad bad) {
    bad.prepare().accept(directory);
    String[] arguments =
        bad.arguments().stream()
            .map(argument -> argument.replace("$DIR", directory.toString()))
            .toArray(String[]::new);
    Said said = Said.by(arguments);
    assertThat(said.err()).hasLineCount(1).doesNotContain("\tat ", "Exception");
    assertThat(said.err().length()).isBetween(20, 600);
    assertThat(said.err()).containsSubsequence(inDirectory(bad.sentence()));
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.out()).isEmpty();
  }

  private List<String> inDirectory(List<String> parts) {
    return parts.stream().map(part -> part.replace("$DIR", directory.toString())).toList();
  }

  @Test
  void getsOneLineForEachOfSeveralProblems() {
    Path config =
        SmallSweep.write(
            directory,
            SmallSweep.TEN_TRIALS + "velocity = 3\nsweep.seeds = []\nnetwork.hidden = [0]");
    Said said = Said.by("run", config.toString(), "--out", directory.resolve("out").toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("velocity"))
        .anyMatch(line -> line.contains("sweep.seeds"))
        .anyMatch(line -> line.contains("network.hidden"));
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void asksForACommand() {
    Said said = Said.by();
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).hasLineCount(1).contains("Missing required subcommand", "sweep --help");
  }

  @Test
  void refusesAFolderInUse() throws IOException {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    Path out = Files.createDirectory(directory.resolve("out"));
    try (ResultTables other = ResultTables.open(out)) {
      assertThat(other.finished()).isEmpty();
      Said said =
          Said.by("run", config.toString(), "--out", out.toString(), "--master", "local[1]");
      assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
      assertThat(said.err()).hasLineCount(1).contains("Cannot write results", "is in use");
    }
    assertThat(files()).noneMatch(file -> file.endsWith("tables"));
  }

  @Test
  void leavesNoLockInAFolderThatItFindsEmpty() throws IOException {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    Path out = Files.createDirectory(directory.resolve("out"));
    Said said =
        Said.by(
            "run",
            config.toString(),
            "--out",
            out.toString(),
            "--master",
            "local[1]",
            "--set",
            "spark.serializer=nowhere");
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).contains("there is no class nowhere (spark.serializer = nowhere)");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void leavesNoFolderOfAQueryThatFails() throws IOException {
    oneSweep(directory);
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> before = sessions(scratch);
    Said said = Said.by("sql", "--results", directory.toString(), "SELECT * FROM nowhere");
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(sessions(scratch)).hasSameElementsAs(before);
  }

  private static List<Path> sessions(Path scratch) throws IOException {
    try (Stream<Path> files = Files.list(scratch)) {
      return files.filter(file -> file.getFileName().toString().startsWith("prunesweep-")).toList();
    }
  }

  @Test
  void showsControlCharactersOfAnAnswerAsEscapes() {
    oneSweep(directory);
    Said said =
        Said.by(
            "sql",
            "--engine",
            "spark",
            "--results",
            directory.toString(),
            "SELECT 'a\u001b[31m\nb' AS `x\u001b`, char(0) AS y");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("a\\u001b[31m\\nb", "x\\u001b", "\\u0000")
        .doesNotContain("\u001b");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return new ArrayList<>(files.toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
