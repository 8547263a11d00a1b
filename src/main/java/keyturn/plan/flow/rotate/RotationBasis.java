package keyturn.plan.flow.rotate;

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
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.LoginFact;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfKey;
import keyturn.plan.fact.FactKey.OfLogin;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Flag;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.fact.ServerKeys;

/** The facts that a rotation relies on beside those of server, provider and databases. */
public final class RotationBasis {

    private static final int USUAL_BITS = 2048;

    private final RotationSituation situation;
    private final NodeName node;
    private final SortedMap<FactKey, FactValue> facts = new TreeMap<>();

    private RotationBasis(RotationSituation situation) {
        this.situation = situation;
        this.node = situation.inspection().identity().node();
    }

    static SortedMap<FactKey, FactValue> of(RotationSituation situation) {
        var basis = new RotationBasis(situation);
        RotateChoices.NewNames names = situation.choices().newKey().names();
        basis.key(situation.choices().from());
        basis.key(names.key());
        basis.login(names.login());
        basis.credential(names.credential());
        basis.credential(situation.temporary());
        situation
                .databases()
                .open()
                .forEach(row -> basis.facts.put(
                        new OfDatabase(basis.node, row.name(), DatabaseFact.READ_ONLY), new Flag(row.readOnly())));
        if (needsYoungBuild(situation.choices())) {
            basis.facts.put(new OfServer(basis.node, ServerFact.YOUNG_CONNECTOR), basis.young());
        }
        basis.caller();
        return basis.facts;
    }

    /** By the choice alone: looks between the steps see no vault. */
    private static boolean needsYoungBuild(RotateChoices choices) {
        return choices.newKey().vaultKey().version().isPresent()
                || choices.newKey()
                        .create()
                        .filter(made -> made.bits() > USUAL_BITS)
                        .isPresent();
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
        facts.put(new OfServer(node, ServerFact.CALLER_CREDENTIAL), FactValue.of(caller, this::credential));
    }

    private FactValue credential(Caller caller) {
        return caller.credentials().isEmpty()
                ? Missing.NONE
                : text(situation.callersCredential().map(one -> one.name().value()), Missing.NONE);
    }

    private void key(AsymmetricKeyName name) {
        facts.put(
                new OfKey(node, name),
                FactValue.of(
                        situation.inspection().facts().asymmetricKeys(),
                        rows -> text(
                                ServerKeys.named(situation.inspection(), name)
                                        .map(row -> row.thumbprint().toString()),
                                Missing.FREE)));
    }

    private void login(LoginName name) {
        Fact<List<Inspection.KeyLogin>> logins = situation.inspection().facts().keyLogins();
        Optional<Inspection.KeyLogin> row =
                situation.logins().filter(login -> login.name().equals(name)).findFirst();
        facts.put(new OfLogin(node, name, LoginFact.KEY), FactValue.of(logins, rows -> key(row)));
        facts.put(
                new OfLogin(node, name, LoginFact.CREDENTIAL),
                FactValue.of(
                        logins,
                        rows -> text(
                                row.flatMap(Inspection.KeyLogin::credential).map(CredentialName::value),
                                Missing.NONE)));
    }

    private static FactValue key(Optional<Inspection.KeyLogin> row) {
        return row.isEmpty()
                ? Missing.FREE
                : text(row.flatMap(Inspection.KeyLogin::key).map(AsymmetricKeyName::value), Missing.UNKNOWN);
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
