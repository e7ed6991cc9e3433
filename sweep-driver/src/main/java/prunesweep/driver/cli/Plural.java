package prunesweep.driver.cli;

/** Numbers of things, in words. */
final class Plural {

  private Plural() {}

  /** So many of what {@code noun} names, e.g. {@code 1 trial} or {@code 2 trials}. */
  static String of(int number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
