package keyturn.plan.flow.rotate;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LoginName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.KeyLines;

/** The key that wraps the databases now, and what the engine opens it by: both stay, and the back-out needs them. */
final class OldKeyChecks {

    private OldKeyChecks() {}

    public static Stream<Finding> chain(RotationSituation situation) {
        var facts = situation.inspection().facts();
        String key = situation.choices().from().value();
        if (facts.asymmetricKeys().value().isEmpty()) {
            return Findings.blockedUnknown(Area.OLD_KEY, "rotate.keys-unknown", facts.asymmetricKeys());
        }
        boolean ofProvider = situation
                .old()
                .filter(row -> situation
                        .provider()
                        .filter(provider -> provider.guid().equalsIgnoreCase(row.providerGuid()))
                        .isPresent())
                .isPresent();
        if (!ofProvider) {
            return Findings.blocked(Area.OLD_KEY, "rotate.old-missing", key, situation.chosen());
        }
        if (facts.keyLogins().value().isEmpty()) {
            return Findings.blockedUnknown(Area.OLD_KEY, "rotate.logins-unknown", facts.keyLogins(), key);
        }
        if (facts.credentials().value().isEmpty()) {
            return Findings.blockedUnknown(Area.OLD_KEY, "rotate.credentials-unknown", facts.credentials(), key);
        }
        return login(situation, key);
    }

    /** The DBA names it where SQL Server does not show it; a name that something speaks against is not taken. */
    private static Stream<Finding> login(RotationSituation situation, String key) {
        AsymmetricKeyName from = situation.choices().from();
        var own = KeyLogins.of(from, situation.inspection().facts());
        if (own.value().isEmpty()) {
            return Findings.blockedUnknown(Area.OLD_KEY, "rotate.from-login-unshown", own, key);
        }
        Optional<LoginName> named = situation.choices().fromLogin();
        boolean other = named.isPresent()
                && own.value().get().stream().map(KeyLogin::name).noneMatch(named.get()::equals);
        if (other) {
            return Findings.blocked(Area.OLD_KEY, "rotate.from-login-other", key, named.get());
        }
        return situation
                .logins()
                .filter(login -> login.isOf(situation.choices().from()) && login.disabled())
                .findFirst()
                .map(login -> Findings.blocked(Area.OLD_KEY, "rotate.old-disabled", login.name(), key))
                .orElseGet(() -> vault(situation, key));
    }

    private static Stream<Finding> vault(RotationSituation situation, String key) {
        Optional<String> vault = situation.oldCredential().map(Credential::identity);
        if (vault.isEmpty()) {
            return Findings.blocked(Area.OLD_KEY, "rotate.old-unopened", key);
        }
        return CatalogWords.isManagedIdentity(vault.get())
                ? Findings.blocked(Area.OLD_KEY, "rotate.managed-identity", key)
                : Stream.concat(Findings.fine(Area.OLD_KEY, "rotate.old", key, vault.get()), inVault(situation, key));
    }

    /** Unwrapping with the old key takes that it is enabled; the back-out wraps with it, which takes its dates too. */
    private static Stream<Finding> inVault(RotationSituation situation, String key) {
        Inspection seen = situation.inspection();
        return VaultMatch.of(situation.choices().from(), seen.facts()).stream().flatMap(match -> {
            Version version = match.version();
            if (!version.enabled()) {
                return Findings.attention(Area.OLD_KEY, "rotate.old-version-disabled", KeyLines.vaultKey(match), key);
            }
            return version.wrapsAt(seen.takenAt())
                    ? Stream.empty()
                    : Findings.attention(Area.OLD_KEY, "rotate.old-version-dates", KeyLines.vaultKey(match), key);
        });
    }
}
