package keyturn.plan.flow.recover;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.Geography;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultHome;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;

/** The vault that keys come back into: whether there will be one, and whether it takes the backups. */
final class VaultChecks {

    private VaultChecks() {}

    /** The run looks at the vaults of its target alone. */
    static Stream<Finding> vault(RecoverSituation situation) {
        Object into = situation.choices().into().name();
        if (situation.sight().isEmpty()) {
            return of(Severity.BLOCKS, "no-vault", into);
        }
        if (situation.isThere()) {
            return of(Severity.FINE, "vault-there", into);
        }
        if (situation.isDeleted()) {
            return of(Severity.FINE, "vault-recovered", into);
        }
        return situation
                .choices()
                .home()
                .map(home -> of(
                        Severity.ATTENTION,
                        "vault-created",
                        into,
                        home.subscription(),
                        home.group(),
                        home.region(),
                        home.premium() ? "Premium" : "Standard"))
                .orElseGet(() -> of(Severity.BLOCKS, "no-home", into));
    }

    static Stream<Finding> copies(RecoverSituation situation) {
        if (situation.isCreated() && situation.choices().copies().isEmpty()) {
            return of(Severity.BLOCKS, "no-backup", situation.choices().lost().name());
        }
        return situation.restored().stream().flatMap(copy -> copy(situation, copy));
    }

    private static Stream<Finding> copy(RecoverSituation situation, KeyCopy copy) {
        if (situation.isNameTaken(copy)) {
            return of(
                    Severity.BLOCKS,
                    "name-taken",
                    copy.name(),
                    situation.choices().into().name());
        }
        if (situation.isDeleted(copy)) {
            return of(
                    Severity.ATTENTION,
                    "key-deleted",
                    copy.name(),
                    situation.choices().into().name());
        }
        Optional<Stream<Finding>> misfit = misfit(copy, site(situation), isPremium(situation));
        return misfit.orElseGet(
                () -> of(Severity.FINE, "copy", copy.name(), copy.manifest().takenAt()));
    }

    private static Optional<VaultSite> site(RecoverSituation situation) {
        return situation.isThere()
                ? situation.sight().map(VaultSite::of)
                : situation.choices().home().map(VaultHome::site);
    }

    /** Empty where it is not known. */
    private static Optional<Boolean> isPremium(RecoverSituation situation) {
        return situation.isThere()
                ? situation.sight().flatMap(vault -> vault.resource().value()).map(VaultSight.Resource::premium)
                : situation.choices().home().map(VaultHome::premium);
    }

    private static Optional<Stream<Finding>> misfit(KeyCopy copy, Optional<VaultSite> now, Optional<Boolean> premium) {
        VaultSite then = copy.manifest().site();
        Optional<String> subscription = now.flatMap(VaultSite::subscription);
        if (differ(then.subscription(), subscription)) {
            return Optional.of(of(
                    Severity.BLOCKS,
                    "subscription",
                    copy.name(),
                    then.subscription().orElse(""),
                    subscription.orElse("")));
        }
        Optional<String> place = now.flatMap(VaultChecks::place);
        if (differ(place(then), place)) {
            return Optional.of(
                    of(Severity.BLOCKS, "geography", copy.name(), place(then).orElse(""), place.orElse("")));
        }
        return copy.needsPremium() && premium.equals(Optional.of(false))
                ? Optional.of(of(Severity.BLOCKS, "premium", copy.name()))
                : Optional.empty();
    }

    private static boolean differ(Optional<String> then, Optional<String> now) {
        return then.isPresent() && now.isPresent() && !then.get().equalsIgnoreCase(now.get());
    }

    /** A region that no list names is a geography of its own. */
    private static Optional<String> place(VaultSite site) {
        return site.geography().map(Geography::name).or(site::region);
    }

    private static Stream<Finding> of(Severity severity, String rule, Object... arguments) {
        return RecoverChecks.of(Area.KEY_BACKUP, severity, rule, arguments);
    }
}
