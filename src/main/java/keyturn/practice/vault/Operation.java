package keyturn.practice.vault;

/** What can be asked of a vault: the word of its own list, and the action of roles. */
enum Operation {
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
    ROTATE("rotate", "keys/rotate/action"),
    ROTATION_POLICY("getrotationpolicy", "keyrotationpolicies/read"),
    WRAP("wrapKey", "keys/wrap/action"),
    UNWRAP("unwrapKey", "keys/unwrap/action"),
    ENCRYPT("encrypt", "keys/encrypt/action"),
    DECRYPT("decrypt", "keys/decrypt/action"),
    SECRET("get", "secrets/getSecret/action");

    private final String permission;
    private final String action;

    Operation(String permission, String action) {
        this.permission = permission;
        this.action = action;
    }

    String permission() {
        return permission;
    }

    String action() {
        return action;
    }

    String kind() {
        return this == SECRET ? "secrets" : "keys";
    }

    /** It makes something new, which a key outside its time may not. */
    boolean makes() {
        return this == WRAP || this == ENCRYPT;
    }
}
