package keyturn.script.act;

import java.util.Set;

/**
 * What a step has done. Many kinds of step, few acts: one sealed family for each door that an act goes through, and what is
 * handed to an operator.
 */
public sealed interface Act permits DoorAct, OperatorTask {

    /** The act as it is sent, secrets masked: T-SQL, or the lines of PowerShell that do the same. */
    String shown();

    /** The numbers of the secrets that it needs. */
    Set<Integer> slots();

    /** The T-SQL that is sent, secrets masked; of an act elsewhere a comment that says so. */
    default String shownAsTSql() {
        return switch (this) {
            case SqlAct sql -> shown();
            case VaultAct vault -> elsewhere("in the vault");
            case DirectoryAct directory -> elsewhere("in the directory");
            case HostAct host -> elsewhere("on the host");
            case ManagerAct manager -> elsewhere("in the resource manager");
            case OperatorTask task -> elsewhere("in vault or directory, or on the host");
        };
    }

    /** It is T-SQL. */
    default boolean isSql() {
        return switch (this) {
            case SqlAct sql -> true;
            case VaultAct vault -> false;
            case DirectoryAct directory -> false;
            case HostAct host -> false;
            case ManagerAct manager -> false;
            case OperatorTask task -> false;
        };
    }

    /** An operator does it. */
    default boolean isHandedOver() {
        return switch (this) {
            case DoorAct sent -> false;
            case OperatorTask task -> true;
        };
    }

    /** Its lines of PowerShell call the function that tries a key of the vault. */
    default boolean triesVaultKey() {
        return switch (this) {
            case SqlAct sql -> false;
            case VaultAct vault -> vault.isTrial();
            case DirectoryAct directory -> false;
            case HostAct host -> false;
            case ManagerAct manager -> false;
            case OperatorTask task -> false;
        };
    }

    private String elsewhere(String where) {
        return "-- Not on SQL Server but " + where + ":\n-- " + shown().replace("\n", "\n-- ");
    }
}
