package keyturn.practice.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.server.state.KeyAccess;
import keyturn.practice.server.state.Vault;
import keyturn.practice.vault.KeyMaterial;
import keyturn.practice.vault.KeyVersion;
import keyturn.practice.vault.Materials;
import keyturn.practice.vault.VaultKey;

/** The keys of a vault as its own door shows them, made of those that the SQL Server's provider knows. */
final class VaultKeys {

    private static final Duration AGE = Duration.ofDays(390);

    private VaultKeys() {}

    static keyturn.practice.vault.Vault filled(
            keyturn.practice.vault.Vault empty, Vault used, Materials materials, Instant now) {
        keyturn.practice.vault.Vault filled = empty;
        for (Vault.Stored key : used.keys()) {
            filled = filled.with(key(key, materials, empty.settings().retentionDays(), now));
        }
        return filled;
    }

    private static VaultKey key(Vault.Stored key, Materials materials, int days, Instant now) {
        List<KeyVersion> versions = new ArrayList<>();
        for (Vault.Version each : key.versions()) {
            // a newer one is younger by a day at least
            Instant created = now.minus(AGE.dividedBy(versions.size() + 1L));
            KeyMaterial material = key.rsa() ? materials.rsa(each.bits()) : Materials.curve(256);
            versions.add(KeyVersion.plain(each.id(), material, created).enabled(each.access() != KeyAccess.DISABLED));
        }
        VaultKey whole = VaultKey.of(key.name(), versions);
        boolean gone = key.deleted() || key.versions().stream().allMatch(v -> v.access() == KeyAccess.GONE);
        Instant yesterday = now.minus(Duration.ofDays(1));
        return gone
                ? whole.removed(new VaultKey.Removal(yesterday, yesterday, yesterday.plus(Duration.ofDays(days))))
                : whole;
    }
}
