package keyturn.script;

import java.util.Set;
import java.util.TreeSet;
import keyturn.domain.ClientId;
import keyturn.domain.KeyName;
import keyturn.domain.KeyReference;
import keyturn.domain.VaultAddress;

/** What is really sent. Many kinds of step, few acts: one for each outside system. */
public sealed interface Act {

    /** One T-SQL batch, sent as it stands. */
    record SqlBatch(Script text) implements Act {}

    /**
     * Makes a vault key under a name that is free.
     *
     * @param shown the Az.KeyVault lines that do the same
     */
    record CreateVaultKey(VaultAddress vault, KeyName name, boolean hsm, int bits, String shown) implements Act {}

    /**
     * Does in the vault what the server will do with a credential: token, key, one value wrapped and unwrapped again.
     *
     * @param secret the application's: a slot until the act is sent
     * @param shown the PowerShell line that does the same, by a function of the head
     */
    record TryVaultKey(VaultAddress vault, KeyReference key, ClientId application, Script secret, String shown)
            implements Act {}

    /**
     * A colleague does it.
     *
     * @param shown the lines for that colleague, PowerShell
     */
    record OperatorTask(String shown) implements Act {}

    /** The T-SQL that is sent, secrets masked; of an act elsewhere a comment that says so. */
    default String shownAsTSql() {
        return switch (this) {
            case SqlBatch batch -> batch.text().masked();
            case CreateVaultKey create -> elsewhere(create.shown());
            case TryVaultKey attempt -> elsewhere(attempt.shown());
            case OperatorTask task -> elsewhere(task.shown());
        };
    }

    /** It is T-SQL. */
    default boolean isSql() {
        return this instanceof SqlBatch;
    }

    /** The numbers of the secrets that it needs. */
    default Set<Integer> slots() {
        return switch (this) {
            case SqlBatch batch -> batch.text().slots();
            case TryVaultKey attempt -> attempt.secret().slots();
            case CreateVaultKey create -> new TreeSet<>();
            case OperatorTask task -> new TreeSet<>();
        };
    }

    private static String elsewhere(String lines) {
        return "-- Not on SQL Server but in the vault:\n-- " + lines.replace("\n", "\n-- ");
    }
}
