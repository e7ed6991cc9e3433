package prunesweep.driver.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import prunesweep.trainer.export.Classifier;
import prunesweep.trainer.export.ForwardPass;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.export.dl4j.ModelFile;
import prunesweep.trainer.export.numpy.NpzFile;
import prunesweep.trainer.export.onnx.OnnxFile;

/** The formats of networks, by the names that the option {@code --format} takes. */
enum NetworkFormatName {
  /** ONNX. */
  onnx {
    @Override
    void write(TrainedNetwork network, Path file) throws IOException {
      Files.write(file, OnnxFile.of(network));
    }

    @Override
    Classifier read(Path file) throws IOException {
      return new ForwardPass(OnnxFile.read(file));
    }
  },
  /** Arrays of NumPy. */
  npz {
    @Override
    void write(TrainedNetwork network, Path file) throws IOException {
      Files.write(file, NpzFile.of(network));
    }

    @Override
    Classifier read(Path file) throws IOException {
      return new ForwardPass(NpzFile.read(file));
    }
  },
  /** A model of Deeplearning4j. */
  dl4j {
    @Override
    void write(TrainedNetwork network, Path file) throws IOException {
      ModelFile.write(network, file);
    }

    @Override
    Classifier read(Path file) {
      return ModelFile.read(file);
    }
  };

  private static final String DL4J_ENTRY = "configuration.json";

  /** Writes {@code network} to {@code file}. */
  abstract void write(TrainedNetwork network, Path file) throws IOException;

  /** The network in {@code file}. */
  abstract Classifier read(Path file) throws IOException;

  /** The format of {@code file}, told by its content: of two formats a file is a ZIP archive. */
  static NetworkFormatName of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (in.read() != 'P' || in.read() != 'K') {
        return onnx;
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(DL4J_ENTRY) == null ? npz : dl4j;
    } catch (ZipException e) {
      return npz; // It will say what is wrong.
    }
  }
}
