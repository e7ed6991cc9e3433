package prunesweep.stores;

import prunesweep.benchmarks.faults.StoreKind;

/** Results on a name node and a data node of HDFS. */
final class HdfsTest extends StoreTest {

  HdfsTest() {
    super(StoreKind.HDFS);
  }
}
