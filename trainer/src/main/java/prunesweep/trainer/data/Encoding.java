package prunesweep.trainer.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from files to what a network sees, and from its outputs back to words.
 *
 * @param scaling from raw numbers to those that it sees
 * @param classNames what each class is called outside, class 0 first
 */
public record Encoding(Scaling scaling, List<String> classNames) implements Serializable {

  public Encoding {
    classNames = List.copyOf(classNames);
  }

  /** That of pixels, divided by 255, whose classes have no names but their numbers. */
  static Encoding ofPixels(int inputs, int classes) {
    return new Encoding(Scaling.alike(inputs, 255), names(List.of(), classes));
  }

  /** This with the names {@code first}; classes beyond them are called by their numbers. */
  Encoding named(List<String> first) {
    return new Encoding(scaling, names(first, classNames.size()));
  }

  private static List<String> names(List<String> first, int classes) {
    List<String> names = new ArrayList<>(first);
    while (names.size() < classes) {
      names.add(Integer.toString(names.size()));
    }
    return names;
  }
}
