package keyturn.plan.forecast;

import java.util.List;
import java.util.Optional;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.KeyUses;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.plan.held.Holding;

/** As whom a start would open a key: the key's login, enabled, with a credential for the provider. */
final class LoginRoute {

    private final Inspection seen;
    private final Inspection.Facts facts;
    private final AsymmetricKey key;
    private final Gathered gathered;
    private final HeldSecret secret;

    LoginRoute(Inspection seen, AsymmetricKey key, Gathered gathered) {
        this.seen = seen;
        this.facts = seen.facts();
        this.secret = new HeldSecret(seen, key, gathered);
        this.key = key;
        this.gathered = gathered;
    }

    /** The credential that the engine signs in with, where it is known. */
    Optional<Credential> look(Provider provider) {
        Fact<List<KeyLogin>> known = KeyLogins.of(key.name(), facts);
        if (known.value().isEmpty()) {
            gathered.unread(Missing.Subject.LOGINS, known);
            return Optional.empty();
        }
        List<KeyLogin> logins = known.value().get();
        if (logins.isEmpty()) {
            gathered.causes.add(new Cause.NoLogin(key.name()));
            return Optional.empty();
        }
        KeyLogin login = logins.getFirst();
        if (login.disabled()) {
            gathered.causes.add(new Cause.LoginDisabled(login.name()));
        }
        altered(AlteredKind.LOGIN, login.name().value())
                .forEach(row -> gathered.changes.add(
                        new LastChange(LastChange.Kind.LOGIN, login.name().value(), row.at())));
        return credential(provider, login, logins);
    }

    private Optional<Credential> credential(Provider provider, KeyLogin login, List<KeyLogin> logins) {
        if (facts.credentials().value().isEmpty()) {
            gathered.unread(Missing.Subject.CREDENTIALS, facts.credentials());
            return Optional.empty();
        }
        Optional<Credential> carried = facts.credentials().value().get().stream()
                .filter(credential -> credential.providerId() == provider.id())
                .filter(credential ->
                        logins.stream().anyMatch(one -> one.credential().equals(Optional.of(credential.name()))))
                .findFirst();
        if (carried.isEmpty()) {
            gathered.causes.add(new Cause.NoCredential(login.name(), provider.name()));
        }
        carried.ifPresent(credential -> {
            gathered.evidence.add(new Evidence.LoginMapped(login.name(), credential.name()));
            altered(AlteredKind.CREDENTIAL, credential.name().value())
                    .forEach(row -> secret.look(credential.name(), row));
            if (gathered.triedAt.isEmpty()
                    && Holding.of(seen, credential.name()).known().isEmpty()) {
                gathered.notSeen.add(new NotSeen.SecretHeld(credential.name()));
            }
        });
        return carried;
    }

    private List<Altered> altered(AlteredKind kind, String name) {
        KeyUses uses = facts.around().keyholding().uses();
        if (uses.alterations().value().isEmpty()) {
            gathered.unread(Missing.Subject.ALTERATIONS, uses.alterations());
        }
        return uses.alterations().value().stream()
                .flatMap(List::stream)
                .filter(row -> row.kind() == kind && row.name().equals(name))
                .toList();
    }
}
