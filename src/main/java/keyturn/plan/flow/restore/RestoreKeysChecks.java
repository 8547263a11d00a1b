package keyturn.plan.flow.restore;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.azure.Geography;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.TestChecks;

/** What is looked at before vault keys are restored. */
final class RestoreKeysChecks {

    private static final List<Function<RestoreKeysSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            CallerChecks::mayRun,
            InstanceChecks::provider,
            RestoreKeysChecks::scratch,
            RestoreKeysChecks::copies,
            RestoreKeysChecks::otherVault,
            DatabaseChecks::notOpenBeside,
            TestChecks::chosen,
            TestChecks::costs,
            DatabaseChecks::namesOnOneLine);

    private static final List<BiFunction<RestoreKeysSituation, KeyCopy, Stream<Finding>>> EACH = List.of(
            RestoreKeysChecks::seen,
            RestoreKeysChecks::name,
            RestoreKeysChecks::subscription,
            RestoreKeysChecks::geography,
            RestoreKeysChecks::premium,
            RestoreKeysChecks::rights);

    private RestoreKeysChecks() {}

    static List<Finding> findings(RestoreKeysSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    private static Stream<Finding> copies(RestoreKeysSituation situation) {
        if (situation.choices().copies().isEmpty()) {
            return Findings.blocked(Area.KEY_BACKUP, "restore.no-backup");
        }
        return situation.lost().stream().flatMap(copy -> EACH.stream().flatMap(check -> check.apply(situation, copy)));
    }

    /** A drill must not touch what a server uses. */
    private static Stream<Finding> scratch(RestoreKeysSituation situation) {
        if (!situation.choices().purpose().isDrill()) {
            return Stream.empty();
        }
        Optional<VaultAddress> scratch = situation.choices().into();
        if (scratch.isEmpty()) {
            return Findings.blocked(Area.KEY_BACKUP, "restore.no-scratch");
        }
        boolean source = situation.choices().copies().stream()
                .anyMatch(copy -> copy.manifest().vault().equals(scratch.get()));
        if (source) {
            return Findings.blocked(Area.KEY_BACKUP, "restore.scratch-source", scratch.get());
        }
        if (situation.inspection().facts().credentials().value().isEmpty()) {
            return Findings.blockedUnknown(
                    Area.KEY_BACKUP,
                    "restore.scratch-unknown",
                    situation.inspection().facts().credentials(),
                    scratch.get());
        }
        List<Credential> naming = situation.naming(scratch.get());
        return naming.isEmpty()
                ? Findings.attention(Area.KEY_BACKUP, "restore.scratch", scratch.get())
                : Findings.blocked(
                        Area.KEY_BACKUP,
                        "restore.scratch-used",
                        scratch.get(),
                        naming.getFirst().name());
    }

    /** Into another vault than that of the credentials: SQL Server still goes to the old one. */
    private static Stream<Finding> otherVault(RestoreKeysSituation situation) {
        return situation.choices().purpose().isDrill()
                ? Stream.empty()
                : situation.lost().stream()
                        .filter(copy -> !copy.manifest()
                                .vault()
                                .equals(situation.choices().target(copy)))
                        .flatMap(copy -> Findings.attention(
                                Area.KEY_BACKUP,
                                "restore.other-vault",
                                copy.name(),
                                situation.choices().target(copy),
                                copy.manifest().vault()));
    }

    private static Stream<Finding> seen(RestoreKeysSituation situation, KeyCopy copy) {
        VaultAddress target = situation.choices().target(copy);
        Optional<VaultSight> vault = situation.sight(copy);
        if (vault.isEmpty()) {
            return Findings.blocked(Area.KEY_BACKUP, "restore.no-vault", target);
        }
        return vault.get().keys().value().isEmpty()
                ? Findings.blockedUnknown(
                        Area.KEY_BACKUP, "restore.vault-unseen", vault.get().keys(), target)
                : Findings.fine(
                        Area.KEY_BACKUP,
                        "restore.key",
                        copy.name(),
                        copy.manifest().takenAt(),
                        target);
    }

    /** Never forced: what has the name stays. */
    private static Stream<Finding> name(RestoreKeysSituation situation, KeyCopy copy) {
        VaultAddress target = situation.choices().target(copy);
        if (situation.isNameTaken(copy)) {
            return Findings.blocked(Area.KEY_BACKUP, "restore.taken", copy.name(), target);
        }
        if (!situation.isDeleted(copy)) {
            return Stream.empty();
        }
        boolean recover = situation.choices().deleted() == DeletedKeyChoice.RECOVER
                && !situation.choices().purpose().isDrill();
        return recover
                ? Findings.attention(Area.KEY_BACKUP, "restore.recover", copy.name(), target)
                : Findings.blocked(Area.KEY_BACKUP, "restore.deleted", copy.name(), target);
    }

    private static Stream<Finding> subscription(RestoreKeysSituation situation, KeyCopy copy) {
        Optional<String> then = copy.manifest().site().subscription();
        Optional<String> now = situation.sight(copy).map(VaultSite::of).flatMap(VaultSite::subscription);
        if (situation.sight(copy).isEmpty()) {
            return Stream.empty();
        }
        if (then.isEmpty() || now.isEmpty()) {
            return Findings.attention(
                    Area.KEY_BACKUP,
                    "restore.subscription-unknown",
                    copy.name(),
                    situation.choices().target(copy));
        }
        return then.get().equalsIgnoreCase(now.get())
                ? Stream.empty()
                : Findings.blocked(
                        Area.KEY_BACKUP,
                        "restore.subscription",
                        copy.name(),
                        then.get(),
                        situation.choices().target(copy),
                        now.get());
    }

    private static Stream<Finding> geography(RestoreKeysSituation situation, KeyCopy copy) {
        Optional<String> then = place(copy.manifest().site());
        Optional<String> now = situation.sight(copy).map(VaultSite::of).flatMap(RestoreKeysChecks::place);
        if (situation.sight(copy).isEmpty()) {
            return Stream.empty();
        }
        if (then.isEmpty() || now.isEmpty()) {
            return Findings.attention(
                    Area.KEY_BACKUP,
                    "restore.geography-unknown",
                    copy.name(),
                    situation.choices().target(copy));
        }
        return then.equals(now)
                ? Stream.empty()
                : Findings.blocked(
                        Area.KEY_BACKUP,
                        "restore.geography",
                        copy.name(),
                        then.get(),
                        situation.choices().target(copy),
                        now.get());
    }

    /** A region that no list names is a geography of its own: the same region is the same geography. */
    private static Optional<String> place(VaultSite site) {
        return site.geography().map(Geography::name).or(site::region);
    }

    private static Stream<Finding> premium(RestoreKeysSituation situation, KeyCopy copy) {
        boolean standard = situation
                .sight(copy)
                .flatMap(vault -> vault.resource().value())
                .filter(resource -> !resource.premium())
                .isPresent();
        return copy.needsPremium() && standard
                ? Findings.blocked(
                        Area.KEY_BACKUP,
                        "restore.premium",
                        copy.name(),
                        situation.choices().target(copy))
                : Stream.empty();
    }

    private static Stream<Finding> rights(RestoreKeysSituation situation, KeyCopy copy) {
        return isRefused(situation, copy)
                ? Findings.attention(
                        Area.KEY_BACKUP,
                        "restore.operator",
                        copy.name(),
                        situation.choices().target(copy),
                        right(situation, copy).permission())
                : Stream.empty();
    }

    private static KeyRight right(RestoreKeysSituation situation, KeyCopy copy) {
        return situation.isDeleted(copy) ? KeyRight.RECOVER : KeyRight.RESTORE;
    }

    /** This sign-in is known to lack the right. */
    static boolean isRefused(RestoreKeysSituation situation, KeyCopy copy) {
        return situation
                .sight(copy)
                .flatMap(vault -> vault.may(right(situation, copy)).value())
                .filter(held -> !held)
                .isPresent();
    }
}
