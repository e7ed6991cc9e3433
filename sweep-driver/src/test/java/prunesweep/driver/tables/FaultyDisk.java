package prunesweep.driver.tables;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A disk whose n-th step does not happen, or only half: the process dies, or an error is reported.
 */
final class FaultyDisk implements Disk {

  /** What takes the place of a kill: nothing catches it, and nothing works after it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed(String step) {
      super(step);
    }
  }

  enum Fault {
    /** This and all later steps fail. */
    KILL,
    /** This step fails with an exception; later ones work. */
    ERROR
  }

  private final Disk disk = new LocalDisk();
  private final Fault fault;
  private final int step;
  private boolean armed;
  private int steps;

  FaultyDisk(Fault fault, int step) {
    this.fault = fault;
    this.step = step;
  }

  /** A disk that does all it is asked. */
  static Disk healthy() {
    return new FaultyDisk(Fault.ERROR, 1);
  }

  /** Counts from here; until then nothing fails. */
  void arm() {
    armed = true;
  }

  /** Whether the faulty step was reached. */
  boolean hasFailed() {
    return steps >= step;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    if (isFaulty()) {
      throw failure("create folder");
    }
    disk.createFolder(folder);
  }

  @Override
  public OutputFile create(Path file) throws IOException {
    return isFaulty() ? new FullFile(disk.create(file)) : disk.create(file);
  }

  /** Forces nothing: no power is lost here, and waiting for the disk would be most of a test. */
  @Override
  public void force(Path path) throws IOException {
    if (isFaulty()) {
      truncate(path);
      throw failure("force");
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (isFaulty()) {
      throw failure("move");
    }
    disk.move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    if (isFaulty()) {
      throw failure("delete");
    }
    disk.delete(path);
  }

  private boolean isFaulty() {
    if (!armed) {
      return false;
    }
    steps++;
    return fault == Fault.KILL ? steps >= step : steps == step;
  }

  private IOException failure(String what) {
    if (fault == Fault.KILL) {
      throw new Killed(what);
    }
    return new IOException("No space left on device");
  }

  /** What was not forced may be lost, so long as the file is not yet in its place. */
  private static void truncate(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(file.length() / 2);
      }
    }
  }

  /** Takes some bytes and then no more. */
  private final class FullFile implements OutputFile {
    private static final int ROOM = 100;
    private final OutputFile file;

    FullFile(OutputFile file) {
      this.file = file;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
      return full(file.create(blockSizeHint));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
      return full(file.createOrOverwrite(blockSizeHint));
    }

    private PositionOutputStream full(PositionOutputStream stream) {
      return new DelegatingPositionOutputStream(stream) {
        @Override
        public long getPos() throws IOException {
          return stream.getPos();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
          write(bytes, 0, bytes.length);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          if (stream.getPos() + length > ROOM) {
            throw failure("write");
          }
          stream.write(bytes, offset, length);
        }
      };
    }

    @Override
    public boolean supportsBlockSize() {
      return file.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
      return file.defaultBlockSize();
    }

    @Override
    public String getPath() {
      return file.getPath();
    }
  }
}
