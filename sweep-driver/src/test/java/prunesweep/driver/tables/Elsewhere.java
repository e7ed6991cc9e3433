package prunesweep.driver.tables;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import prunesweep.driver.store.StoreSettings;
import prunesweep.trainer.key.Places;

/** The two kinds of file systems that results may be on beside disks, stood for by a disk. */
enum Elsewhere {
  /** Renaming is one step. */
  RENAMING,
  /** Objects. */
  OBJECTS;

  /** Makes both known, with leases of so many seconds. */
  static void register(int leaseSeconds) {
    StoreSettings.use(
        Map.of(
            "spark.hadoop.fs.renaming.impl",
            RenamingFiles.class.getName(),
            "spark.hadoop.fs.AbstractFileSystem.renaming.impl",
            RenamingFiles.Context.class.getName(),
            "spark.hadoop." + Placing.RENAMING_SCHEMES,
            "renaming",
            "spark.hadoop.fs.objects.impl",
            ObjectFiles.class.getName(),
            "spark.hadoop." + Lease.LENGTH,
            Integer.toString(leaseSeconds)));
  }

  /** The folder {@code local} on this one. */
  Path of(Path local) {
    return Places.of(name().toLowerCase(Locale.ROOT) + "://" + local);
  }
}
