package keyturn.run.backup;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.KeysInUse;
import keyturn.plan.fact.VaultKeys;
import keyturn.run.backup.CheckedBackup.Standing;

/** What a manifest says of a key, against the vault as it was seen later. */
final class SeenSince {

    private final KeyManifest manifest;
    private final Inspection seen;

    SeenSince(KeyManifest manifest, Inspection seen) {
        this.manifest = manifest;
        this.seen = seen;
    }

    /** The check of the files, and what the vault shows beside. */
    CheckedBackup added(CheckedBackup written) {
        Optional<VaultSight> vault = VaultKeys.sight(seen, manifest.vault());
        if (vault.isEmpty() || vault.get().keys().value().isEmpty()) {
            return written.and(Standing.UNKNOWN, BackupCheck.said("vaultUnseen", manifest.vault()));
        }
        Optional<VaultSight.Key> key = vault.get().key(manifest.name().value());
        if (key.isEmpty()) {
            return written.and(Standing.UNKNOWN, BackupCheck.said("keyGone", manifest.name(), manifest.vault()));
        }
        Optional<List<Version>> versions = key.get().versions().value();
        return versions.isEmpty()
                ? written.and(Standing.UNKNOWN, BackupCheck.said("versionsUnseen", manifest.name()))
                : compared(written, versions.get());
    }

    private CheckedBackup compared(CheckedBackup written, List<Version> now) {
        List<String> other = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        int equal = 0;
        for (Version version : now) {
            Optional<KeptVersion> kept = manifest.versions().stream()
                    .filter(one -> one.id().equalsIgnoreCase(version.id()))
                    .findFirst();
            if (kept.isEmpty()) {
                newer.add(version.id());
            } else if (isOther(kept.get(), version)) {
                other.add(version.id());
            } else {
                equal++;
                if (isChanged(kept.get(), version)) {
                    changed.add(version.id());
                }
            }
        }
        CheckedBackup all = written.and(Standing.INTACT, BackupCheck.said("equal", equal, manifest.name()));
        all = noted(all, other, Standing.WRONG, "otherKey");
        all = noted(all, newer, Standing.OUTDATED, "newer");
        all = noted(all, changed, Standing.OUTDATED, "changed");
        return needed(all);
    }

    private static CheckedBackup noted(CheckedBackup all, List<String> versions, Standing standing, String rule) {
        Message said = BackupCheck.said(rule, versions.size(), String.join(", ", versions));
        return versions.isEmpty() ? all : all.and(standing, said);
    }

    /** Its public half is seen, and is not that of the manifest. */
    private static boolean isOther(KeptVersion kept, Version version) {
        Optional<BigInteger> now = version.material().value().flatMap(Material::modulus);
        Optional<BigInteger> then = kept.half().map(PublicHalf::modulus);
        return now.isPresent() && !now.equals(then);
    }

    private static boolean isChanged(KeptVersion kept, Version version) {
        return version.enabled() != kept.enabled()
                || version.updated()
                        .filter(at -> kept.updated().filter(at::isAfter).isPresent())
                        .isPresent();
    }

    /** The versions by which databases are protected now must be in it. */
    private CheckedBackup needed(CheckedBackup all) {
        List<String> lacking = KeysInUse.of(seen.facts()).stream()
                .flatMap(name -> VaultMatch.of(name, seen.facts()).stream())
                .filter(match -> match.vault().address().equals(manifest.vault())
                        && match.key().name().equalsIgnoreCase(manifest.name().value()))
                .map(match -> match.version().id())
                .filter(id ->
                        manifest.versions().stream().noneMatch(kept -> kept.id().equalsIgnoreCase(id)))
                .distinct()
                .toList();
        return noted(all, lacking, Standing.OUTDATED, "needed");
    }
}
