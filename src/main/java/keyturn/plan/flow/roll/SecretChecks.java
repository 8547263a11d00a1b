package keyturn.plan.flow.roll;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.flow.roll.RollChoices.NewSecret;

/** Where the new secret comes from, whether it can be tried, and what leads back. */
final class SecretChecks {

    private SecretChecks() {}

    static Stream<Finding> source(RollSituation situation) {
        return switch (situation.choices().secret()) {
            case NewSecret.Typed typed -> found(Severity.FINE, "typed");
            case NewSecret.ByDirectory made ->
                RollVault.of(situation).operatorAdds()
                        ? found(Severity.ATTENTION, "operator-adds", made.life())
                        : found(Severity.FINE, "directory-adds", made.life());
        };
    }

    /** With a secret that does not work any more a first test would fail, and stop the plan that mends it. */
    static Stream<Finding> present(RollSituation situation) {
        boolean seenExpired = !new RollOffer(situation.inspection(), situation.chosen()).presentWorks();
        if (!situation.choices().presentWorks()) {
            return found(Severity.ATTENTION, "no-test-before");
        }
        return seenExpired ? found(Severity.BLOCKS, "expired") : Stream.empty();
    }

    /** A token that this machine gets proves the secret, and nothing of the service account's route and proxy. */
    static Stream<Finding> trial(RollSituation situation) {
        RollVault vault = RollVault.of(situation);
        String unknown = vault.unknown().stream().map(AsymmetricKeyName::value).collect(Collectors.joining(", "));
        if (vault.tried().isEmpty() && vault.isSignInExpired()) {
            return found(Severity.ATTENTION, "sign-in-expired", vault.shown());
        }
        if (vault.tried().isEmpty()) {
            return vault.isDoorThere()
                    ? found(Severity.BLOCKS, "unseen", vault.shown())
                    : found(Severity.ATTENTION, "untried", unknown.isEmpty() ? "-" : unknown);
        }
        String tried = vault.tried().stream()
                .map(one -> one.vault().name() + "/" + one.key())
                .collect(Collectors.joining(", "));
        Stream<Finding> shown = found(Severity.FINE, "tried", tried);
        return unknown.isEmpty() ? shown : Stream.concat(shown, found(Severity.ATTENTION, "not-recognised", unknown));
    }

    static Stream<Finding> back(RollSituation situation) {
        return situation.choices().oldAtHand()
                ? found(Severity.FINE, "old-at-hand")
                : found(Severity.ATTENTION, "old-unknown");
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RollFlow.NAME, Area.SECRET, severity, rule, about);
    }
}
