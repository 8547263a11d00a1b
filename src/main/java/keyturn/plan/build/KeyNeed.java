package keyturn.plan.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.inspection.Inspection.ServerIdentity;

/**
 * What a vault key demands of SQL Server and its connector (documents: SQL Server Connector maintenance and troubleshooting; set-up of TDE
 * with Key Vault; CREATE ASYMMETRIC KEY).
 */
public enum KeyNeed {
    /** It is no RSA key: no connector opens it. */
    OTHER_TYPE,
    /** No connector takes an RSA key of this size. */
    OTHER_SIZE,
    /** An RSA-HSM key, and the server is older. */
    SQL_SERVER_2022,
    /** An RSA-HSM key, and the server is 2022 without its thirteenth cumulative update. */
    UPDATE_OF_2022,
    /** Its size is one for connectors of November 2020 and later. */
    BUILD_FOR_SIZE,
    /** An RSA-HSM key is one for connectors of November 2020 and later: older ones answer with their code 3. */
    BUILD_FOR_HSM;

    /** CU13. */
    public static final FileVersion HSM_SINCE = FileVersion.parse("16.0.4125.3");

    private static final int WITH_HSM = 16;
    private static final int USUAL_BITS = 2048;
    private static final int MOST_BITS = 3072;

    /** What SQL Server does with a key, where the vault names what is permitted. */
    private static final Set<String> OPERATIONS = Set.of("wrapKey", "unwrapKey");

    /** Empty: every connector on this server takes the key. */
    public static List<KeyNeed> of(Material material, ServerIdentity server) {
        return material.rsa() ? of(material.bits(), material.hsm(), server) : List.of(OTHER_TYPE);
    }

    /** Of an RSA key. */
    public static List<KeyNeed> of(int bits, boolean hsm, ServerIdentity server) {
        List<KeyNeed> needs = new ArrayList<>();
        if (bits == MOST_BITS) {
            needs.add(BUILD_FOR_SIZE);
        } else if (bits != USUAL_BITS) {
            needs.add(OTHER_SIZE);
        }
        if (hsm) {
            needs.add(ofHsm(server));
        }
        return List.copyOf(needs);
    }

    private static KeyNeed ofHsm(ServerIdentity server) {
        if (server.majorVersion() < WITH_HSM) {
            return SQL_SERVER_2022;
        }
        boolean old = server.majorVersion() == WITH_HSM && !isUpdated(server.productVersion());
        return old ? UPDATE_OF_2022 : BUILD_FOR_HSM;
    }

    /** A number that cannot be read is none to rely on. */
    private static boolean isUpdated(String version) {
        try {
            return FileVersion.parse(version).compareTo(HSM_SINCE) >= 0;
        } catch (InvalidValue unreadable) {
            return false;
        }
    }

    /** Whether the vault lets anyone wrap and unwrap with it. */
    public static boolean mayWrap(Material material) {
        return material.operations().isEmpty() || material.operations().containsAll(OPERATIONS);
    }
}
