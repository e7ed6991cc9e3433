package prunesweep.benchmarks.contest;

import java.util.List;

/**
 * Contestants that share a library: all run with the kernel that is fastest for the first of them.
 *
 * @param candidates kernels to choose from, at least one
 * @param members at least one
 */
record Family(List<CoreType> candidates, List<Contestant> members) {

  Family {
    candidates = List.copyOf(candidates);
    members = List.copyOf(members);
  }

  Contestant first() {
    return members.get(0);
  }

  List<Contestant> rest() {
    return members.subList(1, members.size());
  }

  /** The candidates after the first. */
  List<CoreType> others() {
    return candidates.subList(1, candidates.size());
  }
}
