package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.step.KeyStep;

/** The facts that a rotation relies on beside those of server, provider and databases; and what its steps change of them. */
public final class RotationBasis {

    /** A name that nothing has. */
    static final String FREE = "(free)";

    private static final String NONE = "(none)";
    /** What the new key asks of the loaded DLL: relied on until the key is open, which is the better proof. */
    public static final String YOUNG_BUILD = "connector.fromNovember2020";

    private static final int USUAL_BITS = 2048;

    private RotationBasis() {}

    public static void add(SortedMap<String, String> facts, RotationSituation situation) {
        RotateChoices.NewNames names = situation.choices().newKey().names();
        key(facts, situation.inspection(), situation.choices().from());
        key(facts, situation.inspection(), names.key());
        login(facts, situation, names.login());
        credential(facts, situation, names.credential());
        credential(facts, situation, situation.temporary());
        situation
                .databases()
                .open()
                .forEach(row -> facts.put("database." + row.name() + ".readOnly", String.valueOf(row.readOnly())));
        if (needsYoungBuild(situation.choices())) {
            facts.put(YOUNG_BUILD, young(situation));
        }
        var caller = situation.keyholding().caller();
        facts.put(
                "caller.login",
                Basis.written(caller, one -> one.login().map(LoginName::value).orElse(NONE)));
        facts.put("caller.credential", Basis.written(caller, one -> callers(one, situation)));
    }

    /** By the choice alone: looks between the steps see no vault. */
    private static boolean needsYoungBuild(RotateChoices choices) {
        return choices.newKey().vaultKey().version().isPresent()
                || choices.newKey()
                        .create()
                        .filter(made -> made.bits() > USUAL_BITS)
                        .isPresent();
    }

    private static String young(RotationSituation situation) {
        return switch (LoadedBuild.of(situation.inspection(), situation.chosen())) {
            case LoadedBuild.Able able -> "yes";
            case LoadedBuild.Older older -> "no";
            case LoadedBuild.Untold untold -> "(unknown)";
        };
    }

    private static void key(SortedMap<String, String> facts, Inspection seen, AsymmetricKeyName name) {
        facts.put(
                keyFact(name),
                Basis.written(
                        seen.facts().asymmetricKeys(),
                        rows -> RotationSituation.key(seen, name)
                                .map(row -> row.thumbprint().toString())
                                .orElse(FREE)));
    }

    private static void login(SortedMap<String, String> facts, RotationSituation situation, LoginName name) {
        Fact<List<Inspection.KeyLogin>> logins = situation.inspection().facts().keyLogins();
        Optional<Inspection.KeyLogin> row =
                situation.logins().filter(login -> login.name().equals(name)).findFirst();
        facts.put(
                loginFact(name),
                Basis.written(
                        logins, rows -> row.map(login -> login.key().value()).orElse(FREE)));
        facts.put(
                mappingFact(name),
                Basis.written(
                        logins,
                        rows -> row.flatMap(Inspection.KeyLogin::credential)
                                .map(CredentialName::value)
                                .orElse(NONE)));
    }

    private static void credential(SortedMap<String, String> facts, RotationSituation situation, CredentialName name) {
        facts.put(
                credentialFact(name),
                Basis.written(
                        situation.inspection().facts().credentials(),
                        rows -> situation
                                .credential(name)
                                .map(Inspection.Credential::identity)
                                .orElse(FREE)));
    }

    private static String callers(Caller caller, RotationSituation situation) {
        return caller.credentials().isEmpty()
                ? NONE
                : situation.callersCredential().map(one -> one.name().value()).orElse(NONE);
    }

    static String keyFact(AsymmetricKeyName name) {
        return "key." + name;
    }

    static String loginFact(LoginName name) {
        return "login." + name;
    }

    static String mappingFact(LoginName name) {
        return "login." + name + ".credential";
    }

    static String credentialFact(CredentialName name) {
        return "credential." + name;
    }

    /** What a step that was begun may have changed is taken as it is now, where that is what the step makes of it. */
    public static void accept(KeyStep step, SortedMap<String, String> expected, SortedMap<String, String> fresh) {
        switch (step) {
            case KeyStep.CreateVaultKey create -> {}
            case KeyStep.BackUpVaultKey backUp -> {}
            case KeyStep.AddAppSecret add -> {}
            case KeyStep.TryVaultKey attempt -> {}
            case KeyStep.CreateCredential create ->
                take(expected, fresh, credentialFact(create.credential()), create.identity());
            case KeyStep.DropCredential drop -> take(expected, fresh, credentialFact(drop.credential()), FREE);
            case KeyStep.AddCredential add -> {
                String fact = add.temporary() ? "caller.credential" : mappingFact(add.login());
                take(expected, fresh, fact, add.credential().value());
            }
            case KeyStep.TakeCredential taken -> {
                take(expected, fresh, "caller.credential", NONE);
                take(expected, fresh, mappingFact(taken.login()), NONE);
            }
            case KeyStep.OpenKey open -> Basis.take(expected, fresh, keyFact(open.key()));
            case KeyStep.DropKey drop -> take(expected, fresh, keyFact(drop.key()), FREE);
            case KeyStep.CreateKeyLogin create ->
                take(expected, fresh, loginFact(create.login()), create.key().value());
            case KeyStep.DropKeyLogin drop -> {
                take(expected, fresh, loginFact(drop.login()), FREE);
                take(expected, fresh, mappingFact(drop.login()), NONE);
            }
            case KeyStep.RewrapDatabase rewrap -> {
                String key = fresh.getOrDefault(keyFact(rewrap.to()), FREE);
                take(expected, fresh, "database." + rewrap.database() + ".protector", key);
                Basis.take(expected, fresh, "database." + rewrap.database() + ".encryption");
            }
            case KeyStep.AwaitLogBackup await -> {}
            case KeyStep.BackUpLogFirst first -> {}
            case KeyStep.BackUpAfterwards after ->
                take(expected, fresh, "database." + after.database() + ".logBackupPossible", "true");
            case KeyStep.ReadKeyChain read -> {}
        }
    }

    private static void take(
            SortedMap<String, String> expected, SortedMap<String, String> fresh, String fact, String made) {
        if (made.equals(fresh.get(fact))) {
            expected.put(fact, made);
        }
    }
}
