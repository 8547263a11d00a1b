package keyturn.vault;

import keyturn.domain.azure.KeyRight;

/** What a vault was asked for; the right that it takes. */
enum VaultAnswer {
    LIST(KeyRight.LIST),
    VERSIONS(KeyRight.LIST),
    GET(KeyRight.GET),
    POLICY(KeyRight.GET_ROTATION_POLICY),
    DELETED(KeyRight.LIST),
    CREATE(KeyRight.CREATE),
    BACKUP(KeyRight.BACKUP),
    RESTORE(KeyRight.RESTORE),
    RECOVER(KeyRight.RECOVER),
    DELETE(KeyRight.DELETE),
    WRAP(KeyRight.WRAP),
    UNWRAP(KeyRight.UNWRAP);

    private final KeyRight right;

    VaultAnswer(KeyRight right) {
        this.right = right;
    }

    KeyRight right() {
        return right;
    }
}
