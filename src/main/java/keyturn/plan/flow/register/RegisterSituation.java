package keyturn.plan.flow.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.Permission;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
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
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.TestChoice;

/**
 * What registering a key is planned from: the facts, the choices, and what follows from both.
 *
 * @param databases those that were chosen and are open; closed ones are no fact to rely on, since the change opens them
 */
public record RegisterSituation(
        Inspection inspection,
        ByDatabase each,
        RegisterChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    private static final int SYSNAME = 128;

    static RegisterSituation of(Inspection inspection, RegisterChoices choices) {
        Inspection told = choices.named(inspection);
        return new RegisterSituation(
                told,
                new ByDatabase(told),
                choices,
                Situation.row(told, choices.provider()),
                chosen(told, choices.databases()));
    }

    /** By name alone: whether they depend on the provider shows only once the key is there. */
    private static ConcernedDatabases chosen(Inspection seen, List<DatabaseName> names) {
        List<Database> open = new ArrayList<>();
        List<Database> others = new ArrayList<>();
        seen.facts()
                .databases()
                .value()
                .orElse(List.of())
                .forEach(
                        row -> (names.contains(row.name()) && ConcernedDatabases.isOpen(row) ? open : others).add(row));
        return new ConcernedDatabases(open, List.of(), List.of(), others);
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    /** CREATE ASYMMETRIC KEY, CREATE LOGIN, CREATE CREDENTIAL, and ALTER DATABASE of what is opened (documents of these names). */
    @Override
    public List<Permission> rights() {
        boolean snapshots = tests().containsValue(TestChoice.SNAPSHOT);
        return Stream.of(
                        Stream.of(
                                Permission.ALTER_ANY_CREDENTIAL,
                                Permission.ALTER_ANY_LOGIN,
                                Permission.CREATE_ASYMMETRIC_KEY,
                                Permission.OWNER_OF_MASTER),
                        snapshots ? Stream.of(Permission.onServer("CREATE ANY DATABASE")) : Stream.<Permission>empty(),
                        choices.closed().stream().map(name -> new Permission("ALTER", name.value())))
                .flatMap(rights -> rights)
                .toList();
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        return RegisterBasis.of(this);
    }

    Keyholding keyholding() {
        return inspection.facts().around().keyholding();
    }

    /** The key, once it is there. */
    Optional<AsymmetricKey> key() {
        return ServerKeys.named(inspection, choices.names().key());
    }

    /** The rows of the login, one for each credential that it carries. */
    List<KeyLogin> login() {
        return inspection.facts().keyLogins().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(choices.names().login()))
                .toList();
    }

    Optional<Credential> credential(CredentialName name) {
        return inspection.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }

    Optional<Credential> credential() {
        return credential(choices.names().credential());
    }

    /** The login carries the credential. */
    boolean isMapped() {
        return login().stream()
                .anyMatch(row ->
                        row.credential().equals(Optional.of(choices.names().credential())));
    }

    /** Key, login and credential are there and belong together. */
    boolean isRegistered() {
        return key().isPresent() && isMapped();
    }

    /** What the login that runs the plan holds for this provider. */
    Optional<Credential> callersCredential() {
        return keyholding().caller().value().map(Caller::credentials).orElse(List.of()).stream()
                .filter(row ->
                        provider.filter(one -> one.id() == row.providerId()).isPresent())
                .findFirst();
    }

    /** The credential that the plan gives its own login for as long as it opens the key. */
    CredentialName temporary() {
        String name = "Keyturn temporary " + choices.names().key();
        return new CredentialName(name.substring(0, Math.min(SYSNAME, name.length())));
    }

    Optional<VaultAddress> address() {
        return VaultKeys.address(choices.vault());
    }

    Optional<VaultSight> sight() {
        return address().flatMap(address -> VaultKeys.sight(inspection, address));
    }

    /** What was seen of the closed databases that are to be opened. */
    List<Database> closedDatabases() {
        List<Database> all = inspection.facts().databases().value().orElse(List.of());
        return choices.closed().stream()
                .flatMap(name -> all.stream().filter(row -> row.name().equals(name)))
                .toList();
    }
}
