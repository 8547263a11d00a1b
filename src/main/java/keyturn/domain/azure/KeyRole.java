package keyturn.domain.azure;

import java.util.List;

/** Built-in roles that give rights on keys, each with the rights that an access policy gives instead (document: Key Vault, Azure RBAC). */
public enum KeyRole {
    /** What SQL Server needs, and no more. */
    ENGINE("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6"),
    /** To restore keys, and to look whether they are there. */
    RESTORER("Key Vault Crypto Officer", "14b46e9e-c2b7-41b4-b07b-48a6ebf60603");

    private final String title;
    private final String definition;

    KeyRole(String title, String definition) {
        this.title = title;
        this.definition = definition;
    }

    public static KeyRole of(boolean application) {
        return application ? ENGINE : RESTORER;
    }

    /** As Azure names the role. */
    public String title() {
        return title;
    }

    /** The id of the role's definition. */
    public String definition() {
        return definition;
    }

    /** What it is needed for here; the role of Azure may give more. */
    public List<KeyRight> rights() {
        return switch (this) {
            case ENGINE -> List.of(KeyRight.GET, KeyRight.LIST, KeyRight.WRAP, KeyRight.UNWRAP);
            case RESTORER -> List.of(KeyRight.GET, KeyRight.LIST, KeyRight.RECOVER, KeyRight.RESTORE);
        };
    }
}
