package keyturn.script.act;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.script.Script;

/** What is really sent. Many kinds of step, few acts: one for each outside system. */
public sealed interface Act {

    /** One T-SQL batch, sent as it stands. */
    record SqlBatch(Script text) implements Act {
        @Override
        public String shown() {
            return text.masked();
        }
    }

    /**
     * Makes a vault key under a name that is free.
     *
     * @param shown the Az.KeyVault lines that do the same
     */
    record CreateVaultKey(VaultAddress vault, KeyName name, boolean hsm, int bits, String shown) implements Act {}

    /**
     * Backs a vault key up into a file on the machine that Keyturn runs on, readable by its owner only.
     *
     * @param file free until then
     * @param shown the Az.KeyVault lines that do the same
     */
    record BackUpVaultKey(VaultAddress vault, KeyName name, LocalPath file, String shown) implements Act {}

    /**
     * Has the directory make one more secret of an application.
     *
     * @param slot the number under which later acts of the same run need it
     * @param shown the Az.Resources lines that do the same
     */
    record AddAppSecret(ClientId application, String name, Instant expires, int slot, String shown) implements Act {}

    /**
     * Does in the vault what the server will do with a credential: token, key, one value wrapped and unwrapped again.
     *
     * @param secret the application's: a slot until the act is sent
     * @param times in a row, each with a sign-in of its own
     * @param shown the PowerShell line that does the same, by a function of the head
     */
    record TryVaultKey(
            VaultAddress vault, KeyReference key, ClientId application, Script secret, int times, String shown)
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
            case SqlBatch batch -> shown();
            case CreateVaultKey create -> elsewhere("vault");
            case BackUpVaultKey backUp -> elsewhere("vault");
            case AddAppSecret add -> elsewhere("directory");
            case TryVaultKey attempt -> elsewhere("vault");
            case OperatorTask task -> elsewhere("vault or directory");
        };
    }

    /** The act as it is sent, secrets masked: T-SQL, or the lines of PowerShell that do the same. */
    String shown();

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
            case BackUpVaultKey backUp -> new TreeSet<>();
            case AddAppSecret add -> new TreeSet<>();
            case OperatorTask task -> new TreeSet<>();
        };
    }

    private String elsewhere(String where) {
        return "-- Not on SQL Server but in the " + where + ":\n-- " + shown().replace("\n", "\n-- ");
    }
}
