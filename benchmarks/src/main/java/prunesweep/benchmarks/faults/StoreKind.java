package prunesweep.benchmarks.faults;

import java.util.Map;

/** Kinds of store on which results can be. */
public enum StoreKind {
  /** The file system of Hadoop. */
  HDFS {
    @Override
    String root(int port) {
      return "hdfs://127.0.0.1:" + port;
    }

    @Override
    Map<String, String> settings(int port) {
      return Map.of();
    }
  },

  /** Amazon's, or one that speaks like it. */
  S3 {
    @Override
    String root(int port) {
      return "s3a://bucket";
    }

    @Override
    Map<String, String> settings(int port) {
      return Map.of(
          "spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port,
          "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
          "spark.hadoop.fs.s3a.path.style.access", "true");
    }
  };

  /** The URI below which results can be put, without a slash at its end. */
  abstract String root(int port);

  /** The properties of Spark by which a client reaches the server at {@code port}. */
  abstract Map<String, String> settings(int port);
}
