package keyturn.practice.server;

import java.util.Optional;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderSession;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.server.views.CallerDoor;
import keyturn.practice.server.views.ManagedIdentity;
import keyturn.practice.server.views.VaultDoor;

/** The session that whoever runs a statement has with a provider. Once open it stays, with the secret it was opened with. */
record CallerSession(Turn turn, Provider provider) {

    /** @throws keyturn.practice.tsql.SqlError 33048, 33030, 33031, 33046, 33047, 33028, 37563, 37576 */
    KeyVault.Session open() {
        Instance instance = turn.instance();
        int spid = turn.scene().session().spid();
        Optional<ProviderSession> held = instance.ekm().sessionOf(spid, provider.id());
        if (held.isPresent()) {
            return accepted(held.get().signIn());
        }
        if (!turn.scene().caller().primary()) {
            throw Messages.error(33048, 1, "cryptographic provider");
        }
        if (!provider.enabled()) {
            throw Messages.error(33031, 1, provider.name());
        }
        if (instance.ekm().loadedFor(provider.id()).isEmpty()) {
            throw Messages.error(33030, 1);
        }
        Credential credential = CallerDoor.credential(instance, turn.scene().login(), provider)
                .orElseThrow(() -> Messages.error(
                        33046, 1, turn.scene().login().name(), "cryptographic provider", provider.name()));
        ManagedIdentity.refusal(instance, credential).ifPresent(e -> {
            throw e;
        });
        SignIn signIn = credential
                .secret()
                .map(s -> new SignIn(credential.identity(), s))
                .orElseThrow(() -> Messages.error(33047, 1, CredentialStatements.NOUN, credential.name()));
        KeyVault.Session session = accepted(signIn);
        turn.change(i -> i.with(i.ekm().with(new ProviderSession(spid, provider.id(), credential.id(), signIn))));
        return session;
    }

    private KeyVault.Session accepted(SignIn signIn) {
        return switch (VaultTrip.of(turn).open(signIn)) {
            case KeyVault.Opened o -> o.session();
            case KeyVault.Closed c -> throw VaultDoor.noSession(turn.instance(), provider, c.code());
        };
    }
}
