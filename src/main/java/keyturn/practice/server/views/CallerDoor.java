package keyturn.practice.server.views;

import java.util.Optional;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderSession;
import keyturn.practice.server.state.SignIn;

/** The way of a person to the vault: by the session that is open, else by the credential of the login. */
public final class CallerDoor {

    private CallerDoor() {}

    /** The credential that a login acts with, its own or that of the service account. */
    public static Optional<Credential> credential(Instance instance, Login login, Provider provider) {
        return instance.security()
                .credential(login, provider.id())
                .or(() -> instance.security()
                        .login(instance.identity().serviceAccount())
                        .flatMap(service -> instance.security().credential(service, provider.id())));
    }

    /** With what it signs in; empty where there is no credential, or no secret in it. */
    static Optional<SignIn> signIn(Scene scene, Provider provider) {
        Instance instance = scene.instance();
        return instance.ekm()
                .sessionOf(scene.session().spid(), provider.id())
                .map(ProviderSession::signIn)
                .or(() -> credential(instance, scene.login(), provider)
                        .flatMap(c -> c.secret().map(s -> new SignIn(c.identity(), s))));
    }
}
