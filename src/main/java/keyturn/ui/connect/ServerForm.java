package keyturn.ui.connect;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.reach.CertificatePin;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.KnownServers.Vault;
import keyturn.ui.wizard.ServerLabel;

/** The server and the way to sign in to it, as they are typed. */
public final class ServerForm {

    private final SimpleStringProperty server = new SimpleStringProperty("");
    private final SimpleObjectProperty<SignInKind> kind = new SimpleObjectProperty<>(SignInKind.INTEGRATED);
    private final SimpleStringProperty user = new SimpleStringProperty("");
    private final SimpleObjectProperty<Secret> password = new SimpleObjectProperty<>(Secret.of(new char[0]));
    private final SimpleStringProperty certificate = new SimpleStringProperty("");
    private final SimpleBooleanProperty unverified = new SimpleBooleanProperty();
    private final SimpleObjectProperty<Environment> environment = new SimpleObjectProperty<>(Environment.NOT_SAID);

    private final SimpleObjectProperty<HostKind> host = new SimpleObjectProperty<>(HostKind.NONE);
    private final ObservableValue<Optional<String>> lacking =
            Bindings.createObjectBinding(this::reason, server, kind, user, password, certificate, unverified, host);

    void fill(Known known) {
        server.set(known.address());
        SignInKind unnamed = known.entra() ? SignInKind.ENTRA : SignInKind.INTEGRATED;
        kind.set(known.user().isEmpty() ? unnamed : SignInKind.SQL);
        user.set(known.user());
        certificate.set(known.certificate());
        environment.set(known.environment());
        unverified.set(false);
    }

    /** To this server, unless it is typed already, in whatever way. */
    void turnTo(ServerAddress address) {
        if (!Typed.value(server.get(), ServerAddress::parse).equals(Optional.of(address))) {
            server.set(address.toString());
        }
    }

    public SimpleStringProperty server() {
        return server;
    }

    public SimpleObjectProperty<SignInKind> kind() {
        return kind;
    }

    public SimpleStringProperty user() {
        return user;
    }

    /** Path of a file. */
    public SimpleStringProperty certificate() {
        return certificate;
    }

    public SimpleBooleanProperty unverified() {
        return unverified;
    }

    /** What the server is for. */
    public SimpleObjectProperty<Environment> environment() {
        return environment;
    }

    /** How its Windows host is reached. */
    public SimpleObjectProperty<HostKind> host() {
        return host;
    }

    /** What has been typed so far; the secret before it is wiped. */
    public void type(Secret typed) {
        Secret before = password.get();
        password.set(typed);
        before.close();
    }

    ObservableValue<Secret> password() {
        return password;
    }

    /** Whether user and password are asked for. */
    public ObservableValue<Boolean> asksPassword() {
        return kind.map(chosen -> chosen == SignInKind.SQL);
    }

    /** What is wrong with the address; nothing while it is empty. */
    public ObservableValue<Optional<String>> serverProblem() {
        return server.map(text -> Typed.problem(text, ServerAddress::parse));
    }

    /** How the address is understood. */
    ObservableValue<Optional<String>> understood() {
        return server.map(UnderstoodAddress::of);
    }

    public ObservableValue<Optional<String>> certificateProblem() {
        return certificate.map(TypedPath::problem);
    }

    /** What still keeps it from being used; empty: nothing. */
    ObservableValue<Optional<String>> lacking() {
        return lacking;
    }

    /**
     * What the list of servers keeps of it.
     *
     * @param serverName as it answered
     */
    Known known(
            String serverName,
            Instant lastUsed,
            Optional<Vault> vault,
            Optional<CertificatePin> pin,
            ServerLabel label) {
        return new Known(
                server.get().strip(),
                serverName,
                login(),
                kind.get() == SignInKind.ENTRA,
                certificate.get().strip(),
                environment.get(),
                lastUsed,
                vault,
                pin,
                label);
    }

    Optional<String> reason() {
        if (server.get().isBlank()) {
            return Optional.of(Words.of("connect.needs.server"));
        }
        boolean sql = kind.get() == SignInKind.SQL;
        if (sql && (user.get().isBlank() || password.get().isEmpty())) {
            return Optional.of(Words.of("connect.needs.login"));
        }
        boolean wrong = Typed.problem(server.get(), ServerAddress::parse).isPresent()
                || TypedPath.problem(certificate.get()).isPresent();
        if (wrong) {
            return Optional.of(Words.of("connect.needs.fields"));
        }
        boolean possible = host.get().isPossible(ServerAddress.parse(server.get()));
        return possible ? Optional.empty() : Optional.of(Words.of("connect.needs.hostName"));
    }

    /** The login that the list of servers keeps; empty: none is typed. */
    private String login() {
        return kind.get() == SignInKind.SQL ? user.get() : "";
    }

    /** @param azure the sign-in to Azure, which ENTRA needs */
    Target.SignIn signIn(Supplier<AzureDoors> azure) {
        return switch (kind.get()) {
            case INTEGRATED -> new Target.Integrated();
            case SQL -> new Target.SqlLogin(user.get(), Secret.of(password.get().reveal()));
            case ENTRA -> new Target.Entra(azure.get());
        };
    }

    /** @param pin the only certificate that the server may show */
    Target.Tls tls(Optional<CertificatePin> pin) {
        if (unverified.get()) {
            return new Target.Unverified();
        }
        return pin.<Target.Tls>map(Target.Pinned::new)
                .orElseGet(() -> new Target.Verified(TypedPath.path(certificate.get())));
    }
}
