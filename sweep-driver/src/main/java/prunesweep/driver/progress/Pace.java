package prunesweep.driver.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Pace of the work so far: how long pieces train that are alike, and how fast. */
final class Pace {

  private final Map<Object, Length> lengths = new HashMap<>();
  private final Map<Object, Speed> speeds = new HashMap<>();

  /**
   * Lengths of pieces that ended.
   *
   * @param trained epochs of all of them
   * @param most the most that they could have had, each in one training
   */
  private record Length(double trained, double most) {

    Length plus(Length other) {
      return new Length(trained + other.trained, most + other.most);
    }
  }

  /**
   * Time and what was done in it.
   *
   * @param seconds of wall clock, in all slots together
   * @param cost operations
   */
  private record Speed(double seconds, double cost) {

    Speed plus(Speed other) {
      return new Speed(seconds + other.seconds, cost + other.cost);
    }
  }

  /** Learns from {@code work}, which ended after so many epochs and seconds. */
  void ended(Work work, int epochs, double seconds) {
    trains(work, epochs);
    passed(work, work.size().cost(epochs), seconds);
  }

  /** Learns that {@code work} trains so many epochs. */
  void trains(Work work, double epochs) {
    Length length = new Length(epochs, work.size().epochs());
    work.longAs().forEach(like -> lengths.merge(like, length, Length::plus));
  }

  /** Learns from {@code work}, of which {@code cost} was done in so many seconds. */
  void passed(Work work, double cost, double seconds) {
    Speed speed = new Speed(seconds, cost);
    work.fastAs().forEach(like -> speeds.merge(like, speed, Speed::plus));
  }

  /** Epochs that {@code work} is expected to train; the most where nothing alike has ended. */
  double epochs(Work work) {
    return epochs(work, new Pace());
  }

  /** The same, where {@code underway} knows of some that they train longer than was expected. */
  double epochs(Work work, Pace underway) {
    for (Object like : work.longAs()) {
      Length all = length(like).plus(underway.length(like));
      if (all.most() > 0) {
        return all.trained() / all.most() * work.size().epochs();
      }
    }
    return work.size().epochs();
  }

  /**
   * Seconds for one unit of cost of {@code work}.
   *
   * @param underway the pace of what has not ended
   * @return empty while nothing is known
   */
  OptionalDouble secondsAUnit(Work work, Pace underway) {
    for (Object like : work.fastAs()) {
      Speed all = speed(like).plus(underway.speed(like));
      if (all.cost() > 0) {
        return OptionalDouble.of(all.seconds() / all.cost());
      }
    }
    return OptionalDouble.empty();
  }

  private Speed speed(Object like) {
    return speeds.getOrDefault(like, new Speed(0, 0));
  }

  private Length length(Object like) {
    return lengths.getOrDefault(like, new Length(0, 0));
  }
}
