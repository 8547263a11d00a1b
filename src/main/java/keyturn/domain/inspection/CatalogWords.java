package keyturn.domain.inspection;

import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;

/** Words that SQL Server's catalog has for states and kinds, and what they mean; each stands here alone. */
public final class CatalogWords {

    /** {@code state_desc} of a database that serves. */
    public static final String ONLINE = "ONLINE";

    /** {@code recovery_model_desc} of a database without log backups. */
    public static final String SIMPLE = "SIMPLE";

    private static final String ASYMMETRIC_KEY = "ASYMMETRIC KEY";
    private static final String MANAGED_IDENTITY = "Managed Identity";

    private CatalogWords() {}

    public static boolean isOnline(Database database) {
        return database.state().equals(ONLINE);
    }

    /** Has no log backups. */
    public static boolean isSimple(Database database) {
        return database.recoveryModel().equals(SIMPLE);
    }

    /** Protected by an asymmetric key, and not by a certificate. */
    public static boolean isByAsymmetricKey(EncryptionKey key) {
        return key.protectorType().equals(ASYMMETRIC_KEY);
    }

    /** The identity of a credential that has no secret: SQL Server signs in as its machine. */
    public static boolean isManagedIdentity(String identity) {
        return identity.equalsIgnoreCase(MANAGED_IDENTITY);
    }
}
