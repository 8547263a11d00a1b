package keyturn.ui.home;

import keyturn.ui.parts.Tag;

/**
 * A version of a vault's key, as the table shows it: the current one of each key, and those that SQL Server uses.
 *
 * @param usedBy the keys of master that are this one, where that can be told
 */
public record VaultRow(
        String vault,
        String key,
        String version,
        String kind,
        Tag state,
        String created,
        String age,
        Tag expires,
        String usedBy) {}
