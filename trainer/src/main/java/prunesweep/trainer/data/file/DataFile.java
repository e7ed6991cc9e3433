package prunesweep.trainer.data.file;

import java.io.IOException;
import java.io.InputStream;

/** A file of a data set, gzip or plain, wherever it is. */
public interface DataFile {

  /** The name to be shown, for most files their path. */
  String name();

  /** Number of bytes as stored. */
  long size() throws IOException;

  /** A text that changes when the bytes are replaced. */
  String version() throws IOException;

  /** The bytes from the first one; the caller closes. */
  InputStream open() throws IOException;
}
