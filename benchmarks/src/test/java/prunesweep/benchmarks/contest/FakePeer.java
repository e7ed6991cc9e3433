package prunesweep.benchmarks.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A peer that takes a fixed time a step and keeps what it was asked. */
final class FakePeer implements Peer {

  private final String name;
  private final double secondsOfAStep;
  private final List<String> log;
  private final Map<String, String> facts;

  FakePeer(String name, double secondsOfAStep, List<String> log, Map<String, String> facts) {
    this.name = name;
    this.secondsOfAStep = secondsOfAStep;
    this.log = log;
    this.facts = facts;
  }

  /** A contestant whose peer takes {@code secondsOfAStep} with whatever kernel. */
  static Contestant contestant(String name, double secondsOfAStep, List<String> log) {
    return Contestant.trainer(
        name, name, core -> new FakePeer(name, secondsOfAStep, log, Map.of()));
  }

  static List<String> log() {
    return new ArrayList<>();
  }

  @Override
  public Map<String, String> facts() {
    return facts;
  }

  @Override
  public double[] run(int steps) {
    log.add(name + " " + steps);
    return new double[] {steps * secondsOfAStep};
  }

  @Override
  public void close() {
    log.add(name + " closed");
  }
}
