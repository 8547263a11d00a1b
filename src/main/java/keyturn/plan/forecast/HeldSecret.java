package keyturn.plan.forecast;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.ServerStart;

/**
 * Whether anything shows that the secret which a credential holds since it was altered opens the key. Before a restart the
 * engine's own tests do not: it may still use what the credential held before.
 */
final class HeldSecret {

    private final Inspection seen;
    private final AsymmetricKey key;
    private final Gathered gathered;

    HeldSecret(Inspection seen, AsymmetricKey key, Gathered gathered) {
        this.seen = seen;
        this.key = key;
        this.gathered = gathered;
    }

    void look(CredentialName credential, Altered row) {
        Optional<Instant> started = seen.facts().startedAt().value().map(ServerStart::instant);
        boolean isInUse = started.filter(at -> at.isAfter(row.at())).isPresent();
        if (!row.isChange() || isInUse) {
            gathered.changes.add(new LastChange(LastChange.Kind.CREDENTIAL, credential.value(), row.at()));
            return;
        }
        Optional<VaultMatch> match = VaultMatch.of(key.name(), seen.facts());
        match.filter(one -> wasTried(credential, row.at(), one))
                .ifPresentOrElse(
                        one -> {
                            gathered.evidence.add(new Evidence.SecretTried(
                                    credential,
                                    one.vault().address().name(),
                                    one.key().name(),
                                    row.at()));
                            gathered.notSeen.add(new NotSeen.ServiceRoute(credential));
                            gathered.triedAt.add(row.at());
                        },
                        () -> gathered.missing.add(new Missing.SecretNotInUse(credential, row.at(), started)));
    }

    /** By the run that altered it last, and nobody has altered it since. */
    private boolean wasTried(CredentialName credential, Instant altered, VaultMatch match) {
        return seen.ties()
                .givenByRun(credential)
                .filter(run -> run.isLastChange(altered))
                .filter(run -> run.tried().stream().anyMatch(tried -> tried.isOf(match)))
                .isPresent();
    }
}
