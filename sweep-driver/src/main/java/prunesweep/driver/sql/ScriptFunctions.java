package prunesweep.driver.sql;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import prunesweep.driver.views.SqlFunctions;

/**
 * The functions that views call, in the SQL of tools that have none of Java: Student's t to 12
 * digits, from a list up to 100 degrees and by Hill's expansion above (1970, Communications of the
 * ACM 13); the p value by the sums under all 2^n signs, null above 20 differences.
 */
final class ScriptFunctions {

  private static final int LISTED = 100;
  private static final String Z = "1.959963984540054e0";

  static final String OF_DUCKDB =
      """
      CREATE OR REPLACE MACRO student_t95(degrees) AS
        CASE WHEN degrees IS NULL OR degrees < 1 THEN NULL
          WHEN degrees <= %d THEN list_extract([%s], CAST(degrees AS INTEGER))
          ELSE %s END;

      CREATE OR REPLACE MACRO sign_flip_numbers(texts) AS
        list_transform(string_split(trim(texts), ' '), lambda one: CAST(one AS DOUBLE));

      CREATE OR REPLACE MACRO sign_flip_sums(numbers) AS
        list_reduce(
          list_transform(numbers, lambda one: [one]),
          lambda sums, one: list_concat(
            list_transform(sums, lambda s: s + one[1]), list_transform(sums, lambda s: s - one[1])),
          [CAST(0 AS DOUBLE)]);

      CREATE OR REPLACE MACRO sign_flip_least(numbers) AS
        abs(list_sum(numbers))
        - 1e-9 * list_sum(list_transform(numbers, lambda one: abs(one)));

      -- How many sums are at least as far from 0: the place of that distance among them.
      CREATE OR REPLACE MACRO sign_flip_share(sums, distance) AS
        (len(sums) + 1 - list_position(
          list_sort(list_concat(list_transform(sums, lambda s: abs(s)), [distance])), distance))
        / CAST(len(sums) AS DOUBLE);

      CREATE OR REPLACE MACRO sign_flip_p(differences) AS
        CASE WHEN differences IS NULL OR trim(differences) = '' THEN NULL
          WHEN len(string_split(trim(differences), ' ')) > 20 THEN NULL
          ELSE sign_flip_share(
            sign_flip_sums(sign_flip_numbers(differences)),
            sign_flip_least(sign_flip_numbers(differences))) END;

      """
          .formatted(LISTED, listed(), expansion());

  static final String OF_SPARK =
      """
      CREATE OR REPLACE TEMPORARY FUNCTION student_t95(degrees DOUBLE) RETURNS DOUBLE RETURN
        CASE WHEN degrees IS NULL OR degrees < 1 THEN NULL
          WHEN degrees <= %d THEN element_at(array(%s), CAST(degrees AS INT))
          ELSE %s END;

      CREATE OR REPLACE TEMPORARY FUNCTION sign_flip_numbers(texts STRING)
        RETURNS ARRAY<DOUBLE> RETURN
        transform(split(trim(texts), ' '), one -> CAST(one AS DOUBLE));

      CREATE OR REPLACE TEMPORARY FUNCTION sign_flip_sums(numbers ARRAY<DOUBLE>)
        RETURNS ARRAY<DOUBLE> RETURN
        aggregate(numbers, array(0D), (sums, one) ->
          concat(transform(sums, s -> s + one), transform(sums, s -> s - one)));

      CREATE OR REPLACE TEMPORARY FUNCTION sign_flip_least(numbers ARRAY<DOUBLE>)
        RETURNS DOUBLE RETURN
        abs(aggregate(numbers, 0D, (sum, one) -> sum + one))
        - 1e-9 * aggregate(numbers, 0D, (sum, one) -> sum + abs(one));

      CREATE OR REPLACE TEMPORARY FUNCTION sign_flip_share(sums ARRAY<DOUBLE>, distance DOUBLE)
        RETURNS DOUBLE RETURN
        (size(sums) + 1 - array_position(
          array_sort(concat(transform(sums, s -> abs(s)), array(distance))), distance))
        / CAST(size(sums) AS DOUBLE);

      CREATE OR REPLACE TEMPORARY FUNCTION sign_flip_p(differences STRING)
        RETURNS DOUBLE RETURN
        CASE WHEN differences IS NULL OR trim(differences) = '' THEN NULL
          WHEN size(split(trim(differences), ' ')) > 20 THEN NULL
          ELSE sign_flip_share(
            sign_flip_sums(sign_flip_numbers(differences)),
            sign_flip_least(sign_flip_numbers(differences))) END;

      """
          .formatted(LISTED, listed(), expansion());

  private ScriptFunctions() {}

  private static String listed() {
    return IntStream.rangeClosed(1, LISTED)
        .mapToObj(degrees -> String.valueOf(SqlFunctions.studentT95(degrees)))
        .collect(Collectors.joining("e0, ", "", "e0"));
  }

  /** The normal quantile z and what is added to it, by falling powers of the degrees. */
  private static String expansion() {
    return """
    Z + (power(Z, 3) + Z) / (4 * degrees)
            + (5 * power(Z, 5) + 16 * power(Z, 3) + 3 * Z) / (96 * power(degrees, 2))
            + (3 * power(Z, 7) + 19 * power(Z, 5) + 17 * power(Z, 3) - 15 * Z)
              / (384 * power(degrees, 3))
            + (79 * power(Z, 9) + 776 * power(Z, 7) + 1482 * power(Z, 5) - 1920 * power(Z, 3)
              - 945 * Z) / (92160 * power(degrees, 4))\
    """
        .replace("Z", Z);
  }
}
