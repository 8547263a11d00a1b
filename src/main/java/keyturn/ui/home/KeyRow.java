package keyturn.ui.home;

import keyturn.ui.parts.Tag;

/**
 * A key of master, as the table shows it.
 *
 * @param vaultKey name and version in the vault, where they can be told
 * @param databases how many it wraps the encryption key of
 * @param since from when it is, and who says so
 * @param rotation whether it is due
 */
public record KeyRow(
        String key, String vaultKey, String kind, String databases, String since, String age, Tag rotation) {}
