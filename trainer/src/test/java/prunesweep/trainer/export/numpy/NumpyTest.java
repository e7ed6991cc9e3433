package prunesweep.trainer.export.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.RawValues;
import prunesweep.trainer.export.CompactNetwork;
import prunesweep.trainer.export.Exported;
import prunesweep.trainer.export.ForwardPass;
import prunesweep.trainer.export.TrainedNetwork;

/** What NumPy makes of raw images, where this machine has it. */
class NumpyTest {

  private static final String SCRIPT =
      """
      import sys
      import numpy as np
      net = np.load(sys.argv[1])
      raw = np.fromfile(sys.argv[2], dtype=np.uint8).reshape(-1, 784).astype(np.float32)
      if "features" in net:
          raw = raw[:, net["features"]]
      x = ((raw.astype(np.float64) - net["shift"]) / net["spread"]).astype(np.float32)
      layers = sum(name.startswith("kernel") for name in net)
      side = int(raw.shape[1] ** 0.5)
      for layer, word in zip(range(1, layers + 1), str(net["network"][0]).split("-") + ["out"]):
          kernel = net[f"kernel{layer}"]
          bias = net[f"bias{layer}"] if f"bias{layer}" in net else 0
          if kernel.ndim == 4:
              import re
              c, k, p, m = [int(g or d) for g, d in zip(
                  re.fullmatch(r"(\\d+)c(\\d+)(?:p(\\d+))?(?:m(\\d+))?", word).groups(), "0001")]
              maps = x.reshape(len(x), kernel.shape[1], side, side)
              maps = np.pad(maps, ((0, 0), (0, 0), (p, p), (p, p)))
              windows = np.lib.stride_tricks.sliding_window_view(maps, (k, k), axis=(2, 3))
              maps = np.maximum(np.einsum("nchwij,ucij->nuhw", windows, kernel)
                                + bias[:, None, None], 0)
              side = maps.shape[2] // m
              maps = maps[:, :, :side * m, :side * m].reshape(len(x), c, side, m, side, m)
              x = maps.max(axis=(3, 5)).reshape(len(x), -1)
          else:
              x = x @ kernel + bias
              if layer < layers:
                  x = np.maximum(x, 0)
      print(" ".join(net["classes"][c] for c in x.argmax(axis=1)))
      """;

  @TempDir Path directory;

  @Test
  void numpyTellsTheSameClasses() throws Exception {
    assumeTrue(run("python3", "-c", "import numpy").code() == 0, "NumPy is not installed");
    Path script = Files.writeString(directory.resolve("ask.py"), SCRIPT);
    Path images = directory.resolve("images");
    Files.write(images, Exported.rows().bytes().values());
    for (TrainedNetwork network :
        List.of(
            Exported.perceptron(0.5),
            CompactNetwork.of(Exported.perceptron(0.01)),
            Exported.lenet())) {
      Path file = Files.write(directory.resolve("network.npz"), NpzFile.of(network));
      RawValues rows = Exported.rows();
      List<String> expected =
          Exported.classes(new ForwardPass(network).probabilities(rows, 0, rows.rows())).stream()
              .map(network.encoding().classNames()::get)
              .toList();

      Ran ran = run("python3", script.toString(), file.toString(), images.toString());
      assertThat(ran.code()).as(ran.text()).isZero();
      assertThat(ran.text().strip()).isEqualTo(String.join(" ", expected));
    }
  }

  /** The lines of docs/networks.md, as they stand there. */
  @Test
  void theLinesOfTheDocumentTellTheSameClasses() throws Exception {
    assumeTrue(run("python3", "-c", "import numpy").code() == 0, "NumPy is not installed");
    Path home = Path.of(System.getProperty("prunesweep.home", ".."));
    String document = Files.readString(home.resolve("docs/networks.md"));
    String lines = document.split("```python\n")[1].split("```")[0];
    Files.write(directory.resolve("images"), Exported.rows().bytes().values());
    TrainedNetwork network = CompactNetwork.of(Exported.perceptron(0.01));
    Files.write(directory.resolve("network.npz"), NpzFile.of(network));
    List<String> expected =
        Exported.classes(Exported.probabilities(new ForwardPass(network))).stream()
            .map(network.encoding().classNames()::get)
            .toList();

    Ran ran = run("python3", "-c", "import os; os.chdir('%s')%n%s".formatted(directory, lines));
    assertThat(ran.text().lines()).containsExactlyElementsOf(expected);
  }

  private record Ran(int code, String text) {}

  private static Ran run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(1, TimeUnit.MINUTES)
          ? new Ran(process.exitValue(), text)
          : new Ran(-1, text);
    } catch (IOException e) {
      return new Ran(-1, String.valueOf(e.getMessage()));
    }
  }
}
