package keyturn.domain.azure;

import keyturn.domain.Permission;

/** What a principal may do with the keys of a vault, each held or lacking on its own (document: Key Vault, key permissions). */
public enum KeyRight {
    GET("get", "keys/read"),
    LIST("list", "keys/read"),
    CREATE("create", "keys/create/action"),
    IMPORT("import", "keys/import/action"),
    UPDATE("update", "keys/update/action"),
    DELETE("delete", "keys/delete"),
    RECOVER("recover", "keys/recover/action"),
    PURGE("purge", "keys/purge/action"),
    BACKUP("backup", "keys/backup/action"),
    RESTORE("restore", "keys/restore/action"),
    WRAP("wrapKey", "keys/wrap/action"),
    UNWRAP("unwrapKey", "keys/unwrap/action"),
    ENCRYPT("encrypt", "keys/encrypt/action"),
    DECRYPT("decrypt", "keys/decrypt/action"),
    SIGN("sign", "keys/sign/action"),
    VERIFY("verify", "keys/verify/action"),
    ROTATE("rotate", "keys/rotate/action"),
    GET_ROTATION_POLICY("getRotationPolicy", "keyrotationpolicies/read"),
    SET_ROTATION_POLICY("setRotationPolicy", "keyrotationpolicies/write");

    private final String permission;
    private final String action;

    KeyRight(String permission, String action) {
        this.permission = permission;
        this.action = action;
    }

    /** As an access policy names it: {@code wrapKey}. */
    public String permission() {
        return permission;
    }

    /** As a role names it: {@code Microsoft.KeyVault/vaults/keys/wrap/action}. */
    public String action() {
        return "Microsoft.KeyVault/vaults/" + action;
    }

    /** The permission on that vault. */
    public Permission on(VaultAddress vault) {
        return new Permission("keys/" + permission, vault.uri());
    }
}
