package keyturn.plan.flow.removesecret;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.AzureSight.OwnSecret;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.held.Holding;

/** That nobody signs in with the secret: no credential holds it or may hold it, and Keyturn itself does not use it. */
final class HeldChecks {

    private HeldChecks() {}

    /** With a secret that has expired nobody signs in any more. */
    static Stream<Finding> credentials(RemoveSituation situation) {
        return situation
                .secret()
                .filter(secret -> secret.isValid(situation.inspection().takenAt()))
                .stream()
                .flatMap(secret -> situation.choices().credentials().stream()
                        .sorted((one, other) -> one.value().compareTo(other.value()))
                        .flatMap(name -> credential(situation, secret, name)));
    }

    private static Stream<Finding> credential(RemoveSituation situation, SecretSeen secret, CredentialName name) {
        Holding holding = Holding.of(situation.inspection(), name);
        return switch (holding) {
            case Holding.Given given ->
                given.mayBe(secret)
                        ? Findings.blocked(Area.SECRET, "remove.held", name, secret.keyId(), given.run())
                        : Findings.fine(Area.SECRET, "remove.holds-other", name, given.keyId(), given.run());
            case Holding.Unknown unknown ->
                unknown.mayBe(secret)
                        ? stated(situation, secret, name, unknown)
                        : Findings.fine(Area.SECRET, "remove.cannot-hold", name);
        };
    }

    private static Stream<Finding> stated(
            RemoveSituation situation, SecretSeen secret, CredentialName name, Holding.Unknown unknown) {
        Optional<String> keyId = situation.choices().holds();
        if (keyId.isEmpty()) {
            return Findings.blocked(Area.SECRET, "remove.may-hold", name, secret.keyId());
        }
        Optional<SecretSeen> valid = situation.stated();
        if (valid.isEmpty()) {
            return Findings.blocked(
                    Area.SECRET,
                    "remove.stated-gone",
                    keyId.get(),
                    situation.choices().secret().application());
        }
        return unknown.mayBe(valid.get())
                ? Findings.attention(Area.SECRET, "remove.stated", name, keyId.get())
                : Findings.blocked(Area.SECRET, "remove.stated-newer", name, keyId.get());
    }

    static Stream<Finding> ownSignIn(RemoveSituation situation) {
        return situation.inspection().facts().azure().flatMap(azure -> azure.own()).stream()
                .filter(own -> own.client().equals(situation.choices().secret().application()))
                .flatMap(own -> ownSignIn(situation.choices().secret(), own));
    }

    private static Stream<Finding> ownSignIn(RemoveChoices.SecretId secret, OwnSecret own) {
        if (own.keyId().isEmpty()) {
            return Findings.blocked(Area.SECRET, "remove.own-unknown", secret.application());
        }
        return own.keyId().filter(secret.keyId()::equalsIgnoreCase).isPresent()
                ? Findings.blocked(Area.SECRET, "remove.own", secret.keyId())
                : Findings.fine(Area.SECRET, "remove.own-other", own.keyId().get());
    }
}
