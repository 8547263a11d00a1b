package keyturn.practice.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The built-in roles that matter here, with the ids under which they are assigned, and what they allow. */
public enum Role {
    OWNER("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "*", ""),
    CONTRIBUTOR(
            "Contributor",
            "b24988ac-6180-42a0-ab88-20f7382dd24c",
            "* !microsoft.authorization/*/write !microsoft.authorization/*/delete",
            ""),
    READER("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "*/read", ""),
    ACCESS_ADMINISTRATOR(
            "User Access Administrator",
            "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
            "*/read microsoft.authorization/*",
            ""),
    VAULT_CONTRIBUTOR("Key Vault Contributor", "f25e0fa2-a7c8-4377-a976-54943a77a395", "microsoft.keyvault/*", ""),
    ADMINISTRATOR("Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483", "microsoft.keyvault/*/read", "*"),
    CRYPTO_OFFICER(
            "Key Vault Crypto Officer",
            "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
            "microsoft.keyvault/*/read",
            "keys/* keyrotationpolicies/*"),
    CRYPTO_USER(
            "Key Vault Crypto User",
            "12338af0-0e69-4776-bea7-57ae8d297424",
            "",
            "keys/read keys/update/action keys/backup/action keys/encrypt/action keys/decrypt/action keys/wrap/action keys/unwrap/action keys/sign/action keys/verify/action"),
    CRYPTO_SERVICE_USER(
            "Key Vault Crypto Service Encryption User",
            "e147488a-f6f5-4113-8e2d-b22465e65bf6",
            "",
            "keys/read keys/wrap/action keys/unwrap/action"),
    VAULT_READER("Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2", "microsoft.keyvault/*/read", "*/read"),
    PURGE_OPERATOR(
            "Key Vault Purge Operator",
            "a68e7c17-0ab2-4c09-9a58-125dae29748c",
            "microsoft.keyvault/*/read",
            "keys/purge/action"),
    ACCESS_ASSIGNER(
            "Key Vault Data Access Administrator",
            "8b54135c-b56d-4d72-a534-26097cfdc8d8",
            "microsoft.authorization/roleassignments/* microsoft.keyvault/*/read",
            "");

    private final String title;
    private final String id;
    private final String actions;
    private final String dataActions;

    /**
     * @param actions patterns, with blanks between, over the resource manager's actions; one that begins with an exclamation mark takes away
     * @param dataActions patterns over what follows {@code Microsoft.KeyVault/vaults/}
     */
    Role(String title, String id, String actions, String dataActions) {
        this.title = title;
        this.id = id;
        this.actions = actions;
        this.dataActions = dataActions;
    }

    public String title() {
        return title;
    }

    public String id() {
        return id;
    }

    /** By the last part of a definition's id. */
    public static Optional<Role> of(String definition) {
        String last = definition.substring(definition.lastIndexOf('/') + 1);
        return Arrays.stream(values()).filter(r -> r.id.equalsIgnoreCase(last)).findFirst();
    }

    /** Whether it allows an action of the resource manager, in small letters. */
    public boolean allows(String action) {
        return matches(actions, action)
                && patterns(actions).filter(a -> a.startsWith("!")).noneMatch(a -> fits(a.substring(1), action));
    }

    /** Patterns over actions of the resource manager. */
    public List<String> granted() {
        return patterns(actions).filter(p -> !p.startsWith("!")).toList();
    }

    /** Patterns over actions that those of {@link #granted} do not grant after all. */
    public List<String> withheld() {
        return patterns(actions)
                .filter(p -> p.startsWith("!"))
                .map(p -> p.substring(1))
                .toList();
    }

    /** Patterns over what is done to the data of vaults, whole. */
    public List<String> data() {
        return patterns(dataActions)
                .map(p -> p.equals("*") ? "Microsoft.KeyVault/vaults/*" : "Microsoft.KeyVault/vaults/" + p)
                .toList();
    }

    boolean allowsData(String action) {
        return matches(dataActions, action);
    }

    private static boolean matches(String patterns, String action) {
        return patterns(patterns).anyMatch(p -> fits(p, action));
    }

    private static Stream<String> patterns(String patterns) {
        return Arrays.stream(patterns.split(" ")).filter(p -> !p.isEmpty());
    }

    private static boolean fits(String pattern, String action) {
        int from = 0;
        String[] pieces = pattern.split("\\*", -1);
        for (int i = 0; i < pieces.length; i++) {
            int at = i == 0 ? (action.startsWith(pieces[0]) ? 0 : -1) : action.indexOf(pieces[i], from);
            if (at < 0) {
                return false;
            }
            from = at + pieces[i].length();
        }
        return pattern.endsWith("*")
                || (pieces.length == 1 ? from == action.length() : action.endsWith(pieces[pieces.length - 1]));
    }
}
