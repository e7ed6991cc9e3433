package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The epochs that executors trained, by what they logged: how many, and how many of them again.
 *
 * @param all epochs, those that were trained again counted each time
 * @param again epochs that had been trained before
 * @param spans the times that were lost, one for each trial that had to train epochs again
 */
public record TrainedEpochs(int all, int again, List<Span> spans) {

  /** Resource that makes executors log each epoch. */
  static final String LOG_CONFIG = "executor-log4j2.properties";

  private static final Pattern LINE =
      Pattern.compile("(\\d{13}) DEBUG TaskJournal: (\\S+) (?:begins|trained (.+))");

  /**
   * Time whose epochs were lost and trained again.
   *
   * @param work the trial or stage
   * @param from the end of the last epoch that was not lost
   * @param to the end of the last that was
   */
  public record Span(String work, Instant from, Instant to) {

    /** Its length. */
    public Duration length() {
      return Duration.between(from, to);
    }

    /** Its length without what lies within one of {@code others}, which do not overlap. */
    Duration lengthOutside(List<Strike> others) {
      ToLongFunction<Strike> shared =
          other ->
              Math.max(
                  0,
                  Duration.between(later(from, other.begun()), sooner(to, other.healed()))
                      .toMillis());
      return length().minusMillis(others.stream().mapToLong(shared).sum());
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }

    private static Instant sooner(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }
  }

  private record Epoch(Instant at, String place) {}

  private record Attempt(String work, Instant begun, List<Epoch> epochs) {}

  /** The spans that are longer than {@code interval}, faults aside, by more than {@code grace}. */
  List<Span> tooLong(Duration interval, Duration grace, List<Strike> strikes) {
    Duration most = interval.plus(grace);
    return spans.stream().filter(span -> span.lengthOutside(strikes).compareTo(most) > 0).toList();
  }

  /** The epochs, those that were trained again counted once. */
  int once() {
    return all - again;
  }

  /** The longest time that was lost at once; zero where nothing was. */
  public Duration longest() {
    return spans.stream().map(Span::length).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** Those in the logs below {@code folder}, which is a cluster's. */
  static TrainedEpochs in(Path folder) {
    Map<String, List<Attempt>> works = new TreeMap<>();
    for (Path log : logs(folder)) {
      attempts(log)
          .forEach(each -> works.computeIfAbsent(each.work(), k -> new ArrayList<>()).add(each));
    }
    return works.values().stream().map(TrainedEpochs::of).reduce(none(), TrainedEpochs::plus);
  }

  private static List<Path> logs(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("stderr")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Attempt> attempts(Path log) {
    Map<String, Attempt> now = new TreeMap<>();
    List<Attempt> all = new ArrayList<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines.map(LINE::matcher).filter(Matcher::matches).forEach(line -> add(line, now, all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void add(Matcher line, Map<String, Attempt> now, List<Attempt> all) {
    Instant at = Instant.ofEpochMilli(Long.parseLong(line.group(1)));
    String work = line.group(2);
    if (line.group(3) == null) {
      Attempt begun = new Attempt(work, at, new ArrayList<>());
      now.put(work, begun);
      all.add(begun);
    } else {
      Objects.requireNonNull(now.get(work)).epochs().add(new Epoch(at, line.group(3)));
    }
  }

  private static TrainedEpochs of(List<Attempt> attempts) {
    attempts.sort(Comparator.comparing(Attempt::begun));
    TrainedEpochs trained = none();
    List<Epoch> course = new ArrayList<>();
    for (Attempt attempt : attempts) {
      List<Epoch> lost = course.subList(place(course, attempt), course.size());
      trained = trained.plus(of(attempt, heardBefore(attempt, lost), course));
      lost.clear();
      course.addAll(attempt.epochs());
    }
    return trained;
  }

  private static TrainedEpochs of(Attempt attempt, List<Epoch> lost, List<Epoch> course) {
    List<Span> spans = lost.isEmpty() ? List.of() : List.of(span(attempt.work(), lost, course));
    return new TrainedEpochs(attempt.epochs().size(), lost.size(), spans);
  }

  /** Where in {@code course} the first epoch of {@code attempt} is, or its end. */
  private static int place(List<Epoch> course, Attempt attempt) {
    List<String> places = course.stream().map(Epoch::place).toList();
    int at = attempt.epochs().isEmpty() ? -1 : places.indexOf(attempt.epochs().get(0).place());
    return at < 0 ? course.size() : at;
  }

  /** An executor that was given up may go on for a while: nobody loses what it trains then. */
  private static List<Epoch> heardBefore(Attempt attempt, List<Epoch> epochs) {
    return epochs.stream().filter(epoch -> epoch.at().isBefore(attempt.begun())).toList();
  }

  private static Span span(String work, List<Epoch> lost, List<Epoch> course) {
    int kept = course.indexOf(lost.get(0)) - 1;
    Instant from = kept < 0 ? lost.get(0).at() : course.get(kept).at();
    return new Span(work, from, lost.get(lost.size() - 1).at());
  }

  static TrainedEpochs none() {
    return new TrainedEpochs(0, 0, List.of());
  }

  TrainedEpochs plus(TrainedEpochs other) {
    List<Span> both = new ArrayList<>(spans);
    both.addAll(other.spans);
    return new TrainedEpochs(all + other.all, again + other.again, List.copyOf(both));
  }
}
