package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import prunesweep.driver.store.HadoopPath;

/**
 * Object stores: an object is seen when its upload ends, and an upload can be told to fail if there
 * is one of that name by then (S3: {@code If-None-Match: *}).
 */
final class ConditionalPlacing implements Placing {

  private static final int FIRST = 1;
  private static final int SECOND = 2;

  @Override
  public void replace(HadoopPath file, Bytes bytes) throws IOException {
    upload(builder(file).build(), bytes);
  }

  @Override
  public void create(HadoopPath file, Bytes bytes) throws IOException {
    try {
      FSDataOutputStreamBuilder<FSDataOutputStream, ?> builder = builder(file);
      builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
      upload(builder.build(), bytes);
    } catch (IOException e) {
      throw Placing.reasonOf(e, file);
    }
  }

  /** Nothing is written aside. */
  @Override
  public void deleteLeftAside(Tenure tenure) {}

  /** Servers that do not know the condition take the upload all the same, and say nothing. */
  @Override
  public void tryOut(HadoopPath probe) throws IOException {
    create(probe, stream -> stream.write(FIRST));
    try {
      create(probe, stream -> stream.write(SECOND));
    } catch (FileAlreadyExistsException e) {
      return;
    }
    throw new IOException("the store must know the condition 'If-None-Match: *' and does not");
  }

  @SuppressWarnings("unchecked") // Hadoop's method has a raw type.
  private static FSDataOutputStreamBuilder<FSDataOutputStream, ?> builder(HadoopPath file)
      throws IOException {
    FSDataOutputStreamBuilder<FSDataOutputStream, ?> builder =
        file.client().createFile(file.hadoop());
    builder.recursive().overwrite(true);
    return builder;
  }

  /** An upload that is closed counts, however little of it was sent: one that fails is aborted. */
  private static void upload(FSDataOutputStream stream, Bytes bytes) throws IOException {
    try {
      bytes.to(stream);
    } catch (IOException | RuntimeException e) {
      stream.abort();
      throw e;
    }
    stream.close();
  }
}
