/**
 * Backups of vault keys as files: each with a manifest beside it, and a list of hashes for those that were backed up together. What
 * a backup holds only a vault can read; the manifest says what it is of, so that it can be compared with the vault later.
 */
@NullMarked
package keyturn.run.backup;

import org.jspecify.annotations.NullMarked;
