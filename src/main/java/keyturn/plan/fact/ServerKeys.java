package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.DatabaseChecks;

/** The asymmetric keys in {@code master}, and what they protect. */
public final class ServerKeys {

    private ServerKeys() {}

    /** Empty too where the keys are not known. */
    public static Optional<AsymmetricKey> named(Inspection inspection, AsymmetricKeyName name) {
        return inspection.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> key.name().equals(name))
                .findFirst();
    }

    /** By its thumbprint; false too where the database's own key is not known. */
    public static boolean isProtectedBy(Database database, AsymmetricKey key) {
        return DatabaseChecks.key(database)
                .filter(dek -> dek.thumbprint().equals(key.thumbprint()))
                .isPresent();
    }

    /** Which key protects it, shows only once it is open. */
    public static boolean isUnseen(Database database) {
        return DatabaseChecks.key(database).isEmpty() && !ConcernedDatabases.isOpen(database);
    }
}
