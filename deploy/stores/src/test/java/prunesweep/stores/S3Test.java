package prunesweep.stores;

import prunesweep.benchmarks.faults.StoreKind;

/** Results on S3Proxy, by S3A. */
final class S3Test extends StoreTest {

  S3Test() {
    super(StoreKind.S3);
  }
}
