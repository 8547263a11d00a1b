package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.LoginFact;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactKey.OfKey;
import keyturn.plan.fact.FactKey.OfLogin;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Flag;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.fact.LoadedBuild;

/** The facts that registering a key relies on beside those of server, provider and databases. */
final class RegisterBasis {

    private final RegisterSituation situation;
    private final NodeName node;
    private final SortedMap<FactKey, FactValue> facts = new TreeMap<>();

    private RegisterBasis(RegisterSituation situation) {
        this.situation = situation;
        this.node = situation.inspection().identity().node();
    }

    static SortedMap<FactKey, FactValue> of(RegisterSituation situation) {
        var basis = new RegisterBasis(situation);
        RegisterChoices.Names names = situation.choices().names();
        basis.key(names.key());
        basis.login(names.login());
        basis.credential(names.credential());
        basis.credential(situation.temporary());
        if (situation.choices().vaultKey().version().isPresent()) {
            basis.facts.put(new OfServer(basis.node, ServerFact.YOUNG_CONNECTOR), basis.young());
        }
        basis.caller();
        return basis.facts;
    }

    private FactValue young() {
        return switch (LoadedBuild.of(situation.inspection(), situation.chosen())) {
            case LoadedBuild.Able able -> new Flag(true);
            case LoadedBuild.Older older -> new Flag(false);
            case LoadedBuild.Unknown unknown -> Missing.UNKNOWN;
        };
    }

    private void caller() {
        Fact<Caller> caller = situation.keyholding().caller();
        facts.put(
                new OfServer(node, ServerFact.CALLER_LOGIN),
                FactValue.of(caller, one -> text(one.login().map(LoginName::value), Missing.NONE)));
        facts.put(
                new OfServer(node, ServerFact.CALLER_CREDENTIAL),
                FactValue.of(
                        caller,
                        one -> text(
                                situation
                                        .callersCredential()
                                        .map(row -> row.name().value()),
                                Missing.NONE)));
    }

    private void key(AsymmetricKeyName name) {
        facts.put(
                new OfKey(node, name),
                FactValue.of(
                        situation.inspection().facts().asymmetricKeys(),
                        rows -> text(situation.key().map(row -> row.thumbprint().toString()), Missing.FREE)));
    }

    private void login(LoginName name) {
        Fact<List<KeyLogin>> logins = situation.inspection().facts().keyLogins();
        Optional<KeyLogin> row = situation.login().stream().findFirst();
        facts.put(new OfLogin(node, name, LoginFact.KEY), FactValue.of(logins, rows -> key(row)));
        facts.put(
                new OfLogin(node, name, LoginFact.CREDENTIAL),
                FactValue.of(
                        logins,
                        rows -> text(row.flatMap(KeyLogin::credential).map(CredentialName::value), Missing.NONE)));
    }

    private static FactValue key(Optional<KeyLogin> row) {
        return row.isEmpty()
                ? Missing.FREE
                : text(row.flatMap(KeyLogin::key).map(AsymmetricKeyName::value), Missing.UNKNOWN);
    }

    private void credential(CredentialName name) {
        facts.put(
                new OfCredential(node, name),
                FactValue.of(
                        situation.inspection().facts().credentials(),
                        rows -> text(situation.credential(name).map(Inspection.Credential::identity), Missing.FREE)));
    }

    private static FactValue text(Optional<String> found, Missing otherwise) {
        return found.<FactValue>map(Text::new).orElse(otherwise);
    }
}
