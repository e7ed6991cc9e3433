package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadConfigTest {

  private static final String FOUR =
      "a list of blocks { channels, kernel, padding, pooling }, each with these four";

  private static final String SECTIONS =
      "activation, analyses, before-training, dataset, dynamic, gradual, grid, keep, magnitude,"
          + " native, network, one-shot, pruning, retraining, retraining-rate, rewind-epoch,"
          + " rounds, spark, sweep, threshold, training";

  private static final String METHODS =
      "dense or activation or threshold or magnitude or gradual or one-shot or before-training or"
          + " rounds or dynamic";

  @TempDir private Path directory;

  /** A config with one problem: its text, the overrides, and the place and rest of the sentence. */
  private record Bad(String text, List<String> overrides, String place, String sentence) {
    @Override
    public String toString() {
      String whole = (text + " " + String.join(" ", overrides)).strip();
      return StringUtils.abbreviate(whole.lines().findFirst().orElse(""), 80);
    }
  }

  private static Bad line(int line, String text, String sentence) {
    return new Bad(text, List.of(), "FILE, line " + line, sentence);
  }

  private static Bad line(String text, String sentence) {
    return line(1, text, sentence);
  }

  private static Bad file(String text, String sentence) {
    return new Bad(text, List.of(), "FILE", sentence);
  }

  private static Bad set(String override, String place, String sentence) {
    return new Bad("", List.of(override), "--set " + place, sentence);
  }

  private static Bad block(String keys, String sentence) {
    return line("grid = [{ " + keys + " }]", sentence);
  }

  private static Bad pruning(String keys, String sentence) {
    return block("method = activation, " + keys, sentence);
  }

  static Stream<Bad> keys() {
    return Stream.of(
        line(
            3,
            "\ngrid = [ { method = dense }\n { method = activation, targt = 0.8 } ]",
            "grid[1].targt is not a key here; did you mean target?"),
        line("trainin.max-epochs = 3", "trainin is not a key here; did you mean training?"),
        line(
            "training.max_epochs = 3",
            "training.max_epochs is not a key here; did you mean training.max-epochs?"),
        line(
            "sweep.colour = red",
            "sweep.colour is not a key here; the keys here are sweep.checkpoint-every,"
                + " sweep.name, sweep.seeds, sweep.share-stages, sweep.stuck-after"),
        line("bias = true", "bias is not a key here; did you mean network.bias?"),
        line("velocity = 3", "velocity is not a key here; the keys here are " + SECTIONS),
        pruning("seeds = [1]", "grid[0].seeds is not a key here; did you mean sweep.seeds?"),
        pruning(
            "learning-rate = 1",
            "grid[0].learning-rate is not a key here; did you mean training.learning-rate?"),
        pruning(
            "network.bia = true",
            "grid[0].network.bia is not a key here; did you mean network.bias?"),
        line(
            "\"training.batch-size\" = 3",
            "\"training.batch-size\" is not a key here; did you mean training.batch-size?"),
        set(
            "sweep.seed=3",
            "sweep.seed",
            "sweep.seed is not a key here; did you mean sweep.seeds?"));
  }

  static Stream<Bad> types() {
    return Stream.of(
        line("sweep = 3", "sweep must be a block of keys { ... }, got 3"),
        line("training = null", "training must be a block of keys { ... }, got null"),
        line(
            "training.max-epochs = ten", "training.max-epochs must be a whole number, got \"ten\""),
        line("training.max-epochs = 1.5", "training.max-epochs must be a whole number, got 1.5"),
        line("training.max-epochs = null", "training.max-epochs must be a whole number, got null"),
        line("training.max-epochs = true", "training.max-epochs must be a whole number, got true"),
        line("training.max-epochs = {}", "training.max-epochs must be a whole number, got {}"),
        line(
            "training.learning-rate = NaN", "training.learning-rate must be a number, got \"NaN\""),
        line("network.bias = 1", "network.bias must be true or false, got 1"),
        line("network.hidden = 300", "network.hidden must be a list of layer widths, got 300"),
        line(
            "network.hidden = [300, ten]",
            "network.hidden must be a list in which each width is a whole number, got"
                + " [300,\"ten\"]"),
        line("network.convolutions = 6", convolutions(FOUR, "6")),
        line("network.convolutions = [[]]", oneValue("network.convolutions", "[[]]")),
        line("network.convolutions = [6]", convolutions(FOUR, "[6]")),
        line(
            "network.convolutions = [{ channels = 6, kernel = 5 }]",
            convolutions(FOUR, "[{\"channels\":6,\"kernel\":5}]")),
        line(
            convolution("6, kernel = 5, padding = 0, pooling = 2, stride = 1"),
            convolutions(
                FOUR, "[{\"channels\":6,\"kernel\":5,\"padding\":0,\"pooling\":2,\"stride\":1}]")),
        line(
            convolution("six, kernel = 5, padding = 0, pooling = 2"),
            convolutions(
                "a list in which each channels is a whole number",
                "[{\"channels\":\"six\",\"kernel\":5,\"padding\":0,\"pooling\":2}]")),
        line(
            convolution("6, kernel = 5, padding = 5, pooling = 2"),
            convolutions(
                "a list in which each padding is a whole number from 0 to 4",
                "[{\"channels\":6,\"kernel\":5,\"padding\":5,\"pooling\":2}]")),
        line(
            "training.optimizer = sdg",
            "training.optimizer must be sgd or adam or adamw, got \"sdg\"; did you mean sgd?"),
        line(
            "training.optimizer = lion",
            "training.optimizer must be sgd or adam or adamw, got \"lion\""),
        line("dataset.name = [mnist]", oneValue("dataset.name", "[\"mnist\"]")),
        line(
            "training.learning-rate = [0.1, 0.2]", oneValue("training.learning-rate", "[0.1,0.2]")),
        line("network.hidden = [[300]]", oneValue("network.hidden", "[[300]]")),
        line("dataset.dir = \"\"", "dataset.dir must be the path or URI of a directory, got \"\""),
        set(
            "dataset.dir=nosuch://host/x",
            "dataset.dir",
            "dataset.dir must be a path, or a URI of a scheme that the class path has a file system"
                + " for, got \"nosuch://host/x\""),
        line("grid = dense", "grid must be a list of at least one block { ... }, got \"dense\""),
        line(
            "grid = { method = dense }",
            "grid must be a list of at least one block { ... }, got {\"method\":\"dense\"}"),
        line("grid = []", "grid must be a list of at least one block { ... }, got []"),
        line("grid = [dense]", "grid[0] must be a block of keys { ... }, got \"dense\""),
        pruning("training = 3", "grid[0].training must be a block of keys { ... }, got 3"),
        pruning("target = [[0.8]]", "grid[0].target must be a number, got [0.8]"),
        pruning(
            "network.hidden = [[[9]]]",
            "grid[0].network.hidden must be a list in which each width is a whole number, got"
                + " [[9]]"),
        line(
            "native.openblas-core = haswel",
            "native.openblas-core must be automatic or Prescott or Core2 or Nehalem or Barcelona or"
                + " Sandybridge or Bulldozer or Piledriver or Steamroller or Excavator or Haswell"
                + " or Zen or SkylakeX or Cooperlake or ARMV8, got \"haswel\"; did you mean"
                + " Haswell?"),
        line(
            "spark.executorEnv.OPENBLAS_CORETYPE = Zen",
            "spark.executorEnv.OPENBLAS_CORETYPE must be left out (native.openblas-core says it),"
                + " got \"Zen\""),
        line("retraining = [free, none]", oneValue("retraining", "[\"free\",\"none\"]")),
        line(
            "retraining = fre",
            "retraining must be none or free or masked or rewound or reinitialised, got \"fre\";"
                + " did you mean free?"),
        line("analyses = pca", analyses("\"pca\"")),
        line("analyses = [pca, pca]", analyses("[\"pca\",\"pca\"]")),
        line(
            "analyses = [heatmaps]",
            "analyses must be singular-values or pca or pca-retrained or heat-maps, got"
                + " [\"heatmaps\"]; did you mean heat-maps?"),
        line(
            "keep = [prune]",
            "keep must be dense or pruned or retrained or all, got [\"prune\"]; did you mean"
                + " pruned?"),
        line(
            "training.early-stopping = true",
            "training.early-stopping must be on or off, got true"),
        line("spark = on", "spark must be a block of keys { ... }, got \"on\""),
        line("spark.jars = [a]", "spark.jars must be one value, got [\"a\"]"),
        line(
            "spark { a.b = 1, \"a.b\" = 2 }",
            "spark.a.b must be written one way, with or without quotes, got 2"));
  }

  private static String oneValue(String key, String got) {
    return "%s must be one value (an axis stands in a block of the grid), got %s"
        .formatted(key, got);
  }

  private static String convolution(String block) {
    return "network.convolutions = [{ channels = " + block + " }]";
  }

  private static String convolutions(String rule, String got) {
    return "network.convolutions must be %s, got %s".formatted(rule, got);
  }

  private static String analyses(String got) {
    return "analyses must be a list of different names, each singular-values or pca or"
        + " pca-retrained or heat-maps, got "
        + got;
  }

  static Stream<Bad> ranges() {
    return Stream.of(
        line(
            "sweep.name = a/b",
            "sweep.name must be 1 to 100 letters, digits, dots, hyphens and underscores, a letter"
                + " or digit first, got \"a/b\""),
        line("sweep.seeds = []", "sweep.seeds must be a list of at least one whole number, got []"),
        line("sweep.checkpoint-every = 30", time("checkpoint-every", "30")),
        line("sweep.checkpoint-every = 10 ms", time("checkpoint-every", "\"10 ms\"")),
        line("sweep.checkpoint-every = 5 parsecs", time("checkpoint-every", "\"5 parsecs\"")),
        line("sweep.stuck-after = never", time("stuck-after", "\"never\"")),
        line("sweep.share-stages = 1", "sweep.share-stages must be true or false, got 1"),
        line("sweep.seeds = 3", "sweep.seeds must be a list of at least one whole number, got 3"),
        line("sweep.seeds = [-1]", seeds("[-1]")),
        line("sweep.seeds = [0, 1.5]", seeds("[0,1.5]")),
        line("sweep.seeds = [9223372036854775808]", seeds("[\"9223372036854775808\"]")),
        line(
            "sweep.seeds = [1, 2, 1.0]",
            "sweep.seeds must be a list of different whole numbers, got [1,2,1]"),
        line(
            "dataset.name = \"Fashion MNIST\"",
            "dataset.name must be lower-case letters, digits and hyphens, got \"Fashion MNIST\""),
        line(
            "network.hidden = []",
            "network.hidden must be a list of 1 to 64 hidden layers, got []"),
        line(
            "network.hidden = [300, 0]",
            "network.hidden must be a list in which each width is a whole number from 1 to 65536,"
                + " got [300,0]"),
        line(
            "training.learning-rate = -0.1",
            "training.learning-rate must be a finite number above 0, got -0.1"),
        line(
            "training.learning-rate = 1e999",
            "training.learning-rate must be a finite number above 0, got 1e999"),
        line(
            "training.batch-size = 0",
            "training.batch-size must be a whole number from 1 to 1048576, got 0"),
        set(
            "training.max-epochs=-3",
            "training.max-epochs",
            "training.max-epochs must be a whole number from 1 to 1000000, got -3"),
        line(
            "training.max-epochs = 99999999999",
            "training.max-epochs must be a whole number from 1 to 1000000, got 99999999999"),
        line(
            "training.max-epochs = 1e999999999",
            "training.max-epochs must be a whole number from 1 to 1000000, got 1e999999999"),
        line(
            "training.target-accuracy = 98",
            "training.target-accuracy must be a share above 0 and at most 1, got 98"),
        line(
            "activation.first-threshold = 1",
            "activation.first-threshold must be a share above 0 and below 1, got 1"),
        line(
            "training.momentum = 1", "training.momentum must be a share from 0 and below 1, got 1"),
        line(
            "training.weight-decay = -1",
            "training.weight-decay must be a finite number from 0, got -1"),
        line(
            "training.learning-rate-drops = [5, 5]",
            "training.learning-rate-drops must be a list of 1 to 100 rising numbers, got [5,5]"),
        line(
            "training.nuclear-norm = -1",
            "training.nuclear-norm must be a finite number from 0, got -1"),
        line(
            "training.nuclear-norm-every = 0",
            "training.nuclear-norm-every must be a whole number from 1 to 1000000, got 0"),
        line(
            "training.nuclear-norm-from-accuracy = 1",
            "training.nuclear-norm-from-accuracy must be a share from 0 and below 1, got 1"),
        line(
            "training.label-smoothing = 1",
            "training.label-smoothing must be a share from 0 and below 1, got 1"),
        line("training.dropout = 1", "training.dropout must be a share from 0 and below 1, got 1"),
        line("rewind-epoch = -1", "rewind-epoch must be a whole number from 0 to 1000000, got -1"),
        block(
            "method = magnitude, every = 0",
            "grid[0].every must be a whole number from 1 to 1000000, got 0"),
        block(
            "method = magnitude, epochs = 0",
            "grid[0].epochs must be a whole number from 1 to 10000, got 0"),
        block(
            "method = magnitude, target = [0, 0.5]",
            "grid[0].target must be a share above 0 and below 1, got 0"),
        block(
            "method = one-shot, target = 1",
            "grid[0].target must be a share from 0 and below 1, got 1"),
        line(
            "activation.target = 0, grid = [{ method = magnitude }]",
            "activation.target must be a share above 0 and below 1 for the methods of grid[0], got"
                + " 0"),
        pruning("target = 0", "grid[0].target must be a share above 0 and below 1, got 0"),
        pruning(
            "target = [0.8, 100]", "grid[0].target must be a share above 0 and below 1, got 100"),
        pruning("cycles = 0", "grid[0].cycles must be a whole number from 1 to 10000, got 0"),
        pruning("decay = 1.1", "grid[0].decay must be a share above 0 and at most 1, got 1.1"),
        pruning(
            "counter-batch = -1",
            "grid[0].counter-batch must be a whole number from 1 to 1000000, got -1"));
  }

  private static String time(String key, String got) {
    return "sweep.%s must be off or a time from 1 s on, such as 30 s, 1 minute or 2 h, got %s"
        .formatted(key, got);
  }

  private static String seeds(String got) {
    return "sweep.seeds must be a list of whole numbers from 0 to 9223372036854775807, got " + got;
  }

  static Stream<Bad> grids() {
    return Stream.of(
        block("target = 0.8", "grid[0].method must be " + METHODS + ", got nothing"),
        block(
            "method = actvation",
            "grid[0].method must be "
                + METHODS
                + ", got"
                + " \"actvation\"; did you mean activation?"),
        pruning("score = []", "grid[0].score must be a value or a list of at least one, got []"),
        pruning(
            "target = [0.8, 0.80]",
            "grid[0].target must be a list of different values, got [0.8,0.8]"),
        pruning(
            "network.hidden = [[9], [9]]",
            "grid[0].network.hidden must be a list of different values, got [[9],[9]]"),
        pruning("scope = local, cycles = 5", local("cycles", "5")),
        pruning("scope = [global, local], decay = [0.5, 0.6]", local("decay", "[0.5,0.6]")),
        line(
            "activation.scope = local, grid = [{ method = activation, counter-mode = reset }]",
            local("counter-mode", "\"reset\"")),
        block(
            "method = dense, target = 0.8",
            "grid[0].target must be left out when method is dense, got 0.8"),
        block(
            "method = [activation, dense], score = neurons",
            "grid[0].score must be left out when method is dense, got \"neurons\""),
        pruning(
            "scope = local, within-layer = random",
            "grid[0].within-layer must be left out when scope is local, got \"random\""),
        block("method = dense, retraining = free", notDense("retraining", "\"free\"")),
        block("method = dense, every = 5", notDense("every", "5")),
        block(
            "method = [dense, activation], analyses = [heat-maps, pca]",
            "grid[0].analyses must be without singular-values and pca and pca-retrained when method"
                + " is dense, got [\"heat-maps\",\"pca\"]"),
        block(
            "method = dense, keep = [dense, pruned]",
            "grid[0].keep must be without pruned and retrained when method is dense, got"
                + " [\"dense\",\"pruned\"]"),
        block(
            "method = [activation, magnitude], score = random",
            "grid[0].score must be left out when method is magnitude, got \"random\""),
        block(
            "method = one-shot, every = 5",
            "grid[0].every must be left out when method is one-shot, got 5"),
        pruning(
            "granularity = units",
            "grid[0].granularity must be left out when method is activation, got \"units\""),
        pruning(
            "retraining = masked, rewind-epoch = 3",
            "grid[0].rewind-epoch must be left out when retraining is not rewound, got 3"),
        block(
            "method = dense, training.optimizer = adam, training.momentum = 0.9",
            "grid[0].training.momentum must be left out when training.optimizer is not sgd, got"
                + " 0.9"),
        block(
            "method = dense, training.nesterov = on",
            "grid[0].training.nesterov must be left out when training.momentum is 0 or left out,"
                + " got \"on\""),
        block(
            "method = dense, training.decay-biases = off",
            "grid[0].training.decay-biases must be left out when training.weight-decay is 0, got"
                + " \"off\""),
        block(
            "method = dense, training.learning-rate-length = 5",
            "grid[0].training.learning-rate-length must be left out when"
                + " training.learning-rate-schedule is not cosine or linear, got 5"),
        pruning(
            "retraining = masked, retraining-rate = last",
            "grid[0].retraining-rate must be left out when training.learning-rate-schedule is"
                + " constant, got \"last\""),
        block(
            "method = dense, training.nuclear-norm-every = 3",
            "grid[0].training.nuclear-norm-every must be left out when training.nuclear-norm is 0,"
                + " got 3"),
        line(
            "dataset.dir = /d, grid = [{ method = dense, dataset.name = mnist }]",
            "grid[0].dataset.name must be written beside a dataset.dir of its own, got \"mnist\""),
        block(
            "method = dense, dataset { dir = /d, name = [mnist, fashion-mnist] }",
            "grid[0].dataset.name must be one name when dataset.dir is written, got"
                + " [\"mnist\",\"fashion-mnist\"]"),
        line(
            "sweep.seeds = ${many}, grid = [{ method = dense, training.max-epochs = ${many} }]"
                .replace("${many}", many(1001)),
            "grid must be a grid of at most 200000 trials over all seeds, got 1002001"));
  }

  private static String notDense(String key, String got) {
    return "grid[0].%s must be left out when method is dense, got %s".formatted(key, got);
  }

  private static String local(String key, String got) {
    return "grid[0].%s must be left out when scope is local (one cycle a hidden layer), got %s"
        .formatted(key, got);
  }

  private static String many(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList().toString();
  }

  static Stream<Bad> syntax() {
    return Stream.of(
        line(
            2,
            "sweep.name = a\ngrid = [{}",
            "it must be valid HOCON: List should have ended with ] or had a comma, instead had"
                + " token: end of file"),
        line(
            "sweep {",
            "it must be valid HOCON: expecting a close brace '}' here, not: end of file"),
        line(
            "sweep.name = \"x",
            "it must be valid HOCON: Expecting a value but got wrong token: '' (End of input but"
                + " string quote was still open)"),
        line(
            "sweep.name",
            "it must be valid HOCON: Key 'sweep.name' may not be followed by token: end of file"),
        line(
            2,
            "\nsweep.name = ${nowhere}",
            "${nowhere} must name a key or an environment variable that is set"),
        line(
            "sweep.name = ${sweep.nam}",
            "${sweep.nam} must name a key or an environment variable that is set"),
        line("dataset.dir = ${dataset.dir}", "${dataset.dir} must not lead back to itself"),
        file(
            "include \"nowhere.conf\"",
            "the include \"nowhere.conf\" must name a file that is there"),
        file("include \"nowhere\"", "the include \"nowhere\" must name a file that is there"),
        file(
            "include file(\"/nowhere.conf\")",
            "the include \"/nowhere.conf\" must name a file that is there"),
        file(
            "include classpath(\"nowhere.conf\")",
            "the include \"nowhere.conf\" must name a file that is there"),
        set(
            "training.max-epochs",
            "training.max-epochs",
            "an override must be key=value, got no equals sign"),
        set("=3", "", "a key must be names joined by dots such as training.max-epochs, got \"\""),
        set(
            "grid[0].target=0.9",
            "grid[0].target",
            "a key must be names joined by dots such as training.max-epochs, got"
                + " \"grid[0].target\""));
  }

  private static final String EMPTY_PART =
      "it must be valid HOCON: path has a leading, trailing, or two adjacent period '.' (use quoted"
          + " \"\" empty string if you want an empty element)";

  private static final String NO_NAME =
      "it must be valid HOCON: Expecting a field name or path here, but got nothing";

  private static final String NOT_JOINED =
      "it must be valid HOCON: a list, a block and a text cannot be joined to one value";

  private static String kinds(String key) {
    return key + " must join only lists, only blocks or only texts, got values of several kinds";
  }

  /** What the library itself would answer with an exception of its own. */
  static Stream<Bad> brokenPathsAndMerges() {
    return Stream.of(
        line("a..b = 1", EMPTY_PART),
        line(".a = 1", EMPTY_PART),
        line("sweep.name = ${a..b}", EMPTY_PART),
        line("sweep.name = ${}", NO_NAME),
        line("sweep.seeds = [4] { a = 1 }", NOT_JOINED),
        file("sweep.seeds = [4] ${training}", kinds("sweep.seeds")),
        line("sweep.name = x, sweep.name += 3", kinds("sweep.name")),
        file("sweep.seeds = ${network.bias} [4]", kinds("sweep.seeds")),
        set(
            "a..b=1",
            "a..b",
            "a key must be names joined by dots such as training.max-epochs, got \"a..b\""),
        set("sweep.name=${}", "sweep.name", NO_NAME),
        set("sweep.name=${a..b}", "sweep.name", EMPTY_PART),
        set("training={ a..b = 1 }", "training", EMPTY_PART),
        set("sweep.seeds=[4] { a = 1 }", "sweep.seeds", NOT_JOINED),
        new Bad("", List.of("sweep.seeds=[4] ${training}"), "FILE", kinds("sweep.seeds")));
  }

  /** Texts that would take minutes, gigabytes or the stack. */
  static Stream<Bad> limits() {
    String deep =
        "keys and values must be nested at most 100 deep, each part of a key counted, got more";
    String large = "at most 4194304 characters long with all values before it when each ${...} is";
    String bytes = "a config must have at most 1048576 bytes with all that it includes, got more";
    return Stream.of(
        line(2, "\nx = " + "[".repeat(20_000) + "]".repeat(20_000), deep),
        line("x = " + "{a=".repeat(20_000) + "1" + "}".repeat(20_000), deep),
        line("a" + ".a".repeat(20_000) + " = 1", deep),
        line("x = ${a" + ".a".repeat(20_000) + "}", deep),
        set("x=" + "[".repeat(20_000) + "]".repeat(20_000), "x", deep),
        line(18, doubling("[1, 1, 1, 1]", " "), "a17 must be " + large + " replaced, got more"),
        line(
            11,
            doubling('"' + "x".repeat(100_000) + '"', ""),
            "a10 must be " + large + " replaced, got more"),
        file("x = [" + "1,".repeat(600_000) + "]", bytes),
        file(
            lines(501, line -> "x%d = ${y%d}".formatted(line, line)),
            "a config must have at most 500 substitutions ${...}, got more"),
        line(
            "training.max-epochs = " + "1".repeat(1_000_000),
            "training.max-epochs must be at most 65536 characters long each value, got \""
                + "1".repeat(76)
                + "..."),
        line(
            "x".repeat(900_000) + " = 1",
            "x".repeat(77) + "... is not a key here; the keys here are " + SECTIONS),
        line(
            "grid = [{ method = [dense, magnitude, one-shot] }], sweep.seeds = "
                + many(100_001).replace(" ", ""),
            "sweep.seeds must be few enough for 200000 trials over the grid, got 300003 trials"));
  }

  /** Thirty values, each the one before twice. */
  private static String doubling(String first, String between) {
    return "a0 = %s\n".formatted(first)
        + lines(30, line -> "a%d = ${a%d}%s${a%d}".formatted(line, line - 1, between, line - 1));
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource({"keys", "types", "ranges", "grids", "syntax", "brokenPathsAndMerges", "limits"})
  void isRefusedInOneSentence(Bad bad) {
    Path file = Conf.write(directory, "x.conf", bad.text());

    assertThat(problems(file, bad.overrides()))
        .containsExactly(
            "Cannot read %s: %s"
                .formatted(bad.place().replace("FILE", file.toString()), bad.sentence()));
  }

  private static List<String> problems(Path file, List<String> overrides) {
    ConfigException thrown =
        catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(file, overrides));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problems()).allMatch(problem -> problem.lines().count() == 1);
    return thrown.problems();
  }

  @Test
  void reportsEveryProblemAtOnce() {
    Path file =
        Conf.write(
            directory,
            "x.conf",
            """
            sweep.seeds = []
            training { max-epochs = 0, batch-size = ${nowhere} }
            network.bias = ${elsewhere}
            grid = [
              { method = dense, cycles = 3 }
              { method = activation, target = 2, scop = local }
            ]
            """);

    assertThat(problems(file, List.of("training", "activation.decay=0")))
        .containsExactlyInAnyOrder(
            "Cannot read --set training: an override must be key=value, got no equals sign",
            "Cannot read --set activation.decay: activation.decay must be a share above 0 and at"
                + " most 1, got 0",
            at(file, 1) + "sweep.seeds must be a list of at least one whole number, got []",
            at(file, 2) + "training.max-epochs must be a whole number from 1 to 1000000, got 0",
            at(file, 2) + "${nowhere} must name a key or an environment variable that is set",
            at(file, 3) + "${elsewhere} must name a key or an environment variable that is set",
            at(file, 5) + "grid[0].cycles must be left out when method is dense, got 3",
            at(file, 6) + "grid[1].target must be a share above 0 and below 1, got 2",
            at(file, 6) + "grid[1].scop is not a key here; did you mean scope?");
  }

  private static String at(Path file, int line) {
    return "Cannot read %s, line %d: ".formatted(file, line);
  }

  @Test
  void namesTheIncludedFileThatIsWrong() {
    Path common = Conf.write(directory, "common.conf", "\n\ntraining.max-epochs = 0");
    Path file = Conf.write(directory, "x.conf", "include \"common.conf\"");

    assertThat(problems(file, List.of()))
        .containsExactly(
            at(common, 3) + "training.max-epochs must be a whole number from 1 to 1000000, got 0");
  }

  @Test
  void refusesAMissingFileADirectoryAndAnIncludeOfItself() {
    Path itself = Conf.write(directory, "x.conf", "include \"x.conf\"");

    assertThat(problems(directory.resolve("no.conf"), List.of()))
        .containsExactly(
            "Cannot read %s/no.conf: it must be a file, got nothing of that name"
                .formatted(directory));
    assertThat(problems(directory, List.of()))
        .containsExactly("Cannot read %s: it must be a file, got a directory".formatted(directory));
    assertThat(problems(itself, List.of()))
        .singleElement()
        .asString()
        .contains("it must be valid HOCON: include statements nested more than 50 times");
  }

  @Test
  void refusesAddressesAsIncludes() {
    for (String include : List.of("url(\"http://127.0.0.1:1/x\")", "\"http://127.0.0.1:1/x\"")) {
      Path file = Conf.write(directory, "x.conf", "include " + include);
      assertThat(problems(file, List.of()))
          .containsExactly(
              "Cannot read %s: the include \"http://127.0.0.1:1/x\" must name a file, no address"
                  .formatted(file));
    }
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    Path marked = Files.writeString(directory.resolve("m.conf"), "a = 1", StandardCharsets.UTF_16);
    Path bare = Files.writeString(directory.resolve("b.conf"), "a = 1", StandardCharsets.UTF_16BE);

    assertThat(problems(marked, List.of()))
        .containsExactly(
            "Cannot read %s: its text must be UTF-8, got other bytes".formatted(marked));
    assertThat(problems(bare, List.of()))
        .containsExactly(
            "Cannot read %s: its text must be UTF-8, got a NUL character".formatted(bare));
  }

  @Test
  void stopsReadingWhatNeverEnds() {
    assertThat(problems(Path.of("/dev/zero"), List.of()))
        .containsExactly(
            "Cannot read /dev/zero: a config must have at most 1048576 bytes with all that it"
                + " includes, got more");
  }

  @Test
  void showsTwentyOfManyProblems() {
    Path file = Conf.write(directory, "x.conf", lines(10_000, "k%d = 1"::formatted));

    assertThat(problems(file, List.of()))
        .hasSize(21)
        .startsWith(at(file, 1) + "k1 is not a key here; the keys here are " + SECTIONS)
        .endsWith("... and 9980 more");
  }

  @Test
  void refusesAFileWithoutPermission() throws IOException {
    Path file = Conf.write(directory, "x.conf", "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeThat(Files.isReadable(file)).as("only root can read it all the same").isFalse();

    assertThat(problems(file, List.of()))
        .containsExactly(
            "Cannot read %s: it must be readable, got a file without that permission"
                .formatted(file));
  }
}
