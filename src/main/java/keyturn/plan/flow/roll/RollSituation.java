package keyturn.plan.flow.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.LoginFact;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactKey.OfLogin;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.TestChoice;

/**
 * What rolling a secret is planned from: the facts, the choices, and what follows from both.
 *
 * @param databases those that were chosen and are open; closed ones are no fact to rely on, since the change opens them
 */
public record RollSituation(
        Inspection inspection,
        ByDatabase each,
        RollChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    static RollSituation of(Inspection inspection, RollChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases = provider.map(row -> ConcernedDatabases.of(inspection, row))
                .map(all -> chosen(all, choices))
                .orElse(ConcernedDatabases.NONE);
        return new RollSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    private static ConcernedDatabases chosen(ConcernedDatabases all, RollChoices choices) {
        ConcernedDatabases some = all.only(choices.databases());
        List<Database> others = new ArrayList<>(some.others());
        others.addAll(some.notOpen());
        return new ConcernedDatabases(some.open(), List.of(), some.unknown(), others);
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    /** ALTER CREDENTIAL, and ALTER DATABASE of what is opened (documents of these names). */
    @Override
    public List<Permission> rights() {
        boolean snapshots = tests().containsValue(TestChoice.SNAPSHOT);
        return Stream.of(
                        Stream.of(Permission.ALTER_ANY_CREDENTIAL, Permission.OWNER_OF_MASTER),
                        snapshots ? Stream.of(Permission.onServer("CREATE ANY DATABASE")) : Stream.<Permission>empty(),
                        choices.closed().stream().map(name -> new Permission("ALTER", name.value())))
                .flatMap(rights -> rights)
                .toList();
    }

    /** Identities, which ALTER CREDENTIAL sets anew, and whose credentials they are. */
    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        NodeName node = inspection.identity().node();
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        choices.credentials()
                .forEach(name -> facts.put(
                        new OfCredential(node, name),
                        FactValue.of(inspection.facts().credentials(), rows -> identity(name))));
        keyLogins()
                .forEach(login -> facts.put(
                        new OfLogin(node, login.name(), LoginFact.CREDENTIAL),
                        new Text(login.credential().orElseThrow().value())));
        return facts;
    }

    private FactValue identity(CredentialName name) {
        return credential(name).<FactValue>map(row -> new Text(row.identity())).orElse(Missing.FREE);
    }

    /** Logins of keys that hold one of the chosen credentials. */
    Stream<KeyLogin> keyLogins() {
        return inspection.facts().keyLogins().value().orElse(List.of()).stream()
                .filter(login -> login.credential()
                        .filter(choices.credentials()::contains)
                        .isPresent());
    }

    Optional<Credential> credential(CredentialName name) {
        return inspection.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }

    /** In the order of the choices; what is not there any more is left out. */
    List<Credential> chosenCredentials() {
        return choices.credentials().stream()
                .flatMap(name -> credential(name).stream())
                .toList();
    }

    /** What was seen of the closed databases that are to be opened. */
    List<Database> closedDatabases() {
        List<Database> all = inspection.facts().databases().value().orElse(List.of());
        return choices.closed().stream()
                .flatMap(name -> all.stream().filter(row -> row.name().equals(name)))
                .toList();
    }
}
