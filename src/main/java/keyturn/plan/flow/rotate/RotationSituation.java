package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.TestChoice;

/**
 * What a rotation is planned from: the facts, the choices, and what follows from both.
 *
 * @param databases those that were chosen and hang on the provider; others that hang on it are not concerned
 */
public record RotationSituation(
        Inspection inspection,
        ByDatabase each,
        RotateChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    private static final int SYSNAME = 128;

    public static RotationSituation of(Inspection inspection, RotateChoices choices) {
        Inspection told = choices.named(inspection);
        Optional<Inspection.Provider> provider = Situation.row(told, choices.provider());
        ConcernedDatabases databases = provider.map(row -> ConcernedDatabases.of(told, row))
                .map(all -> all.only(choices.databases()))
                .orElse(ConcernedDatabases.NONE);
        return new RotationSituation(told, new ByDatabase(told), choices, provider, databases);
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        return RotationBasis.of(this);
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    public Keyholding keyholding() {
        return inspection.facts().around().keyholding();
    }

    /** The key that wraps the databases now. */
    public Optional<AsymmetricKey> old() {
        return ServerKeys.named(inspection, choices.from());
    }

    /** CREATE CREDENTIAL, CREATE LOGIN, CREATE ASYMMETRIC KEY, ALTER DATABASE ENCRYPTION KEY (documents of these names). */
    @Override
    public List<Permission> rights() {
        Stream<Permission> server = Stream.of(
                Permission.ALTER_ANY_CREDENTIAL,
                Permission.ALTER_ANY_LOGIN,
                Permission.CREATE_ASYMMETRIC_KEY,
                Permission.OWNER_OF_MASTER);
        boolean snapshots = tests().containsValue(TestChoice.SNAPSHOT);
        return Stream.of(
                        server,
                        snapshots ? Stream.of(Permission.onServer("CREATE ANY DATABASE")) : Stream.<Permission>empty(),
                        databases().open().stream()
                                .map(row -> new Permission("CONTROL", row.name().value())))
                .flatMap(rights -> rights)
                .toList();
    }

    /** The key by its new name, once it is there. */
    public Optional<AsymmetricKey> made() {
        return ServerKeys.named(inspection, choices.newKey().names().key());
    }

    /** The credential by which the engine opens the old key: its identity names the vault. */
    public Optional<Credential> oldCredential() {
        return logins().filter(login -> login.isOf(choices.from()))
                .flatMap(login -> login.credential().stream())
                .flatMap(name -> credential(name).stream())
                .findFirst();
    }

    public Stream<KeyLogin> logins() {
        return inspection.facts().keyLogins().value().orElse(List.of()).stream();
    }

    public Optional<Credential> credential(CredentialName name) {
        return inspection.facts().credentials().value().orElse(List.of()).stream()
                .filter(credential -> credential.name().equals(name))
                .findFirst();
    }

    /** The new key, its login and its credential stand already, as a rotation of other databases left them. */
    public boolean standing() {
        RotateChoices.NewNames names = choices.newKey().names();
        return made().isPresent()
                && logins().anyMatch(login -> login.name().equals(names.login())
                        && login.isOf(names.key())
                        && login.credential().equals(Optional.of(names.credential())));
    }

    /** What the login that runs the plan holds for this provider. */
    public Optional<Credential> callersCredential() {
        return callersCredentials().stream()
                .filter(credential -> provider.filter(row -> row.id() == credential.providerId())
                        .isPresent())
                .findFirst();
    }

    private List<Credential> callersCredentials() {
        return keyholding().caller().value().map(Caller::credentials).orElse(List.of());
    }

    /** The credential that the plan gives its own login for as long as it makes the key. */
    public CredentialName temporary() {
        String name = "Keyturn temporary " + choices.newKey().names().key();
        return new CredentialName(name.substring(0, Math.min(SYSNAME, name.length())));
    }

    /** Wrapped by the new key already, and nothing under way. */
    public boolean reencrypted(Database database) {
        return made().filter(key -> ServerKeys.isProtectedBy(database, key)).isPresent();
    }
}
