package keyturn.ui.home;

/**
 * A database and what it hangs on, as the table shows it; a dash where there is nothing, the reason where it could not be
 * read.
 *
 * @param encrypted it has an encryption key, as far as that can be seen
 * @param open it is ONLINE
 */
public record DatabaseRow(
        String name,
        String state,
        String encryption,
        String key,
        String login,
        String credential,
        String vault,
        String vaultKey,
        boolean encrypted,
        boolean open) {}
