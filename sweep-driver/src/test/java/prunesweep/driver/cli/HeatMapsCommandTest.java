package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.SampleTrials;

class HeatMapsCommandTest {

  @TempDir Path directory;

  private Path results;
  private Path pictures;
  private final String trial = SampleTrials.done(1).id().value();

  @BeforeEach
  void writeResults() {
    results = directory.resolve("results");
    pictures = directory.resolve("new/pictures");
    try (ResultTables tables = ResultTables.open(results)) {
      tables.commit(List.of(SampleTrials.done(1), SampleTrials.done(2), SampleTrials.failed(3)));
    }
  }

  private Said draw(String id, Path to) {
    return Said.by("heatmaps", results.toString(), "--trial", id, "--to", to.toString());
  }

  /** Bits 1010 0101 and 10, lowest first: 1 0, 1 0, 0 1, 0 1 and 0 1 in five rows of two. */
  @Test
  void drawsAPixelAWeight() throws IOException {
    Said said = draw(trial, pictures);

    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo("Pictures in %s: 1%n".formatted(pictures));
    Path file = pictures.resolve(trial + "-pruned-layer2.png");
    assertThat(pictures).isDirectoryContaining(found -> found.equals(file));
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(2, 5);
    assertThat(text(image)).isEqualTo("#. #. .# .# .# ");
  }

  private static String text(BufferedImage image) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        text.append(image.getRGB(x, y) == 0xFF000000 ? '#' : '.');
      }
      text.append(' ');
    }
    return text.toString();
  }

  @Test
  void refusesWhatItCannotDraw() throws IOException {
    requireRefused(
        draw("xyz", pictures), "--trial must be 16 lower-case hexadecimal digits, got xyz");
    requireRefused(
        draw("0123456789abcdef", pictures),
        "--trial must be a trial with heat maps in %s, got 0123456789abcdef".formatted(results));
    String failed = SampleTrials.failed(3).id().value();
    requireRefused(
        draw(failed, pictures),
        "--trial must be a trial with heat maps in %s, got %s".formatted(results, failed));
    Path file = Files.createFile(directory.resolve("file"));
    requireRefused(draw(trial, file), "--to must be a folder that can be written, got " + file);
    assertThat(pictures).doesNotExist();
  }

  @Test
  void replacesNoFile() throws IOException {
    Path taken = pictures.resolve(trial + "-pruned-layer2.png");
    Files.createDirectories(pictures);
    Files.writeString(taken, "mine");

    requireRefused(
        draw(trial, pictures),
        "--to must be a folder without %s, got %s".formatted(taken.getFileName(), pictures));
    assertThat(taken).hasContent("mine");
  }

  @Test
  void saysThatThereAreNoResults() {
    results = directory.resolve("nowhere");
    Said said = draw(trial, pictures);

    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err())
        .startsWith("Cannot read results: results must be a folder that a sweep has written");
  }

  private static void requireRefused(Said said, String rule) {
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .isEqualTo("Cannot draw heat maps: %s (see 'sweep heatmaps --help')%n".formatted(rule));
  }
}
