package prunesweep.trainer.data.file;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of an IDX file come from, gzip or plain. */
public interface IdxSource {

  /** The name to be shown: a path, mostly. */
  String name();

  /** Bytes as stored. */
  long size() throws IOException;

  /** A text that changes when the bytes are replaced. */
  String version() throws IOException;

  /** The bytes from the first one; the caller closes. */
  InputStream open() throws IOException;
}
