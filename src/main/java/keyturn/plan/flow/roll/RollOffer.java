package keyturn.plan.flow.roll;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.flow.Situation;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;

/** What may be chosen: the credentials of a provider, with what depends on each, and the databases that are not open. */
public record RollOffer(Inspection seen, ProviderName provider) {

    private static final String RECOVERY_PENDING = "RECOVERY_PENDING";

    /**
     * A credential of the provider.
     *
     * @param logins that hold it
     * @param databases that are open and whose keys are opened with it
     * @param managed it stands for a managed identity and holds no secret
     * @param callers the login that looks holds it
     * @param tie the application that it is known to sign in as; empty: nobody said it, and no run gave it a secret
     */
    public record Held(
            CredentialName name,
            String identity,
            List<LoginName> logins,
            List<DatabaseName> databases,
            boolean managed,
            boolean callers,
            Optional<ClientId> tie) {

        /** It is known to sign in as another application than this one. */
        public boolean isTiedElsewhere(Optional<ClientId> application) {
            return tie.isPresent() && application.isPresent() && !tie.equals(application);
        }

        public Held {
            logins = List.copyOf(logins);
            databases = List.copyOf(databases);
        }
    }

    /** In the order of the catalog; none where credentials or providers cannot be seen. */
    public List<Held> credentials() {
        int id = Situation.row(seen, provider).map(Inspection.Provider::id).orElse(-1);
        return seen.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> row.providerId() == id)
                .map(this::held)
                .toList();
    }

    private Held held(Credential row) {
        List<KeyLogin> keys = keyLogins(row.name()).toList();
        boolean callers =
                seen.facts().around().keyholding().caller().value().map(Caller::credentials).orElse(List.of()).stream()
                        .anyMatch(one -> one.name().equals(row.name()));
        List<LoginName> logins = Stream.concat(keys.stream().map(KeyLogin::name), holders(row.name()))
                .distinct()
                .toList();
        return new Held(
                row.name(),
                row.identity(),
                logins,
                opened(keys),
                CatalogWords.isManagedIdentity(row.identity()),
                callers,
                seen.ties().of(row.name()).map(Tie::application));
    }

    private Stream<KeyLogin> keyLogins(CredentialName name) {
        return seen.facts().keyLogins().value().orElse(List.of()).stream()
                .filter(login -> login.credential().equals(Optional.of(name)));
    }

    private Stream<LoginName> holders(CredentialName name) {
        return seen.facts().around().keyholding().holders().value().orElse(List.of()).stream()
                .filter(holder ->
                        holder.credentials().stream().anyMatch(one -> one.name().equals(name)))
                .flatMap(holder -> holder.login().stream());
    }

    private List<DatabaseName> opened(List<KeyLogin> logins) {
        Set<Thumbprint> opened = seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> logins.stream().anyMatch(login -> login.isOf(key.name())))
                .map(AsymmetricKey::thumbprint)
                .collect(Collectors.toSet());
        return concerned().open().stream()
                .filter(database -> DatabaseChecks.key(database)
                        .filter(key -> opened.contains(key.thumbprint()))
                        .isPresent())
                .map(Database::name)
                .toList();
    }

    private ConcernedDatabases concerned() {
        return Situation.row(seen, provider)
                .map(row -> ConcernedDatabases.of(seen, row))
                .orElse(ConcernedDatabases.NONE);
    }

    /** The open databases whose keys are opened with these credentials; where no link is shown, every one of the provider. */
    public List<DatabaseName> databases(List<CredentialName> chosen) {
        List<DatabaseName> linked = credentials().stream()
                .filter(held -> chosen.contains(held.name()))
                .flatMap(held -> held.databases().stream())
                .distinct()
                .toList();
        return linked.isEmpty()
                ? concerned().open().stream().map(Database::name).toList()
                : linked;
    }

    /** The credentials that are known to sign in as this application. */
    public List<CredentialName> tied(ClientId application) {
        return credentials().stream()
                .filter(held -> !held.managed() && held.tie().equals(Optional.of(application)))
                .map(Held::name)
                .toList();
    }

    /** Databases that SQL Server could not open; which key protects them nobody can see while they are closed. */
    public List<DatabaseName> waiting() {
        return seen.facts().databases().value().orElse(List.of()).stream()
                .filter(row -> row.state().equals(RECOVERY_PENDING))
                .map(Database::name)
                .toList();
    }

    /** Keyturn sees the directory, or might: it does not sign in with a secret that has expired. */
    public boolean hasDirectory() {
        return seen.facts().azure().filter(azure -> azure.expired().isEmpty()).isPresent();
    }

    /** Nothing that was seen says that the secret of now does not work any more. */
    public boolean presentWorks() {
        return Forecast.of(seen).causes().stream().noneMatch(RollOffer::isExpired);
    }

    static boolean isExpired(Cause cause) {
        return expired(cause).isPresent();
    }

    /** The application, where a cause is that its secret is valid no more. */
    static Optional<String> expired(Cause cause) {
        return switch (cause) {
            case Cause.SecretExpired expired -> Optional.of(expired.application());
            case Cause.HeldSecretOver over -> Optional.of(over.application());
            case Cause.EkmOff off -> Optional.empty();
            case Cause.ProviderGone gone -> Optional.empty();
            case Cause.ProviderDisabled disabled -> Optional.empty();
            case Cause.DllGone gone -> Optional.empty();
            case Cause.DllUnusable bad -> Optional.empty();
            case Cause.KeyGone gone -> Optional.empty();
            case Cause.NoLogin none -> Optional.empty();
            case Cause.LoginDisabled disabled -> Optional.empty();
            case Cause.NoCredential none -> Optional.empty();
            case Cause.VersionDisabled disabled -> Optional.empty();
            case Cause.KeyNotInVault gone -> Optional.empty();
            case Cause.MayNotUnwrap may -> Optional.empty();
        };
    }
}
