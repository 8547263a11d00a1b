package keyturn.script.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.script.TSql;

/**
 * The guard of each kind of step: true-before as facts, true-after as what is done already.
 *
 * @param basis of the plan: what the keys of its databases were wrapped by
 * @param rewraps of the steps at hand: what a database's key is wrapped by before and after
 * @param opens of the steps at hand
 * @param points of the steps at hand: where one holds already, a proof of the time before it comes too late
 */
public record StepGuards(
        Basis basis,
        List<Step.PointProvider> points,
        Map<DatabaseName, KeyStep.RewrapDatabase> rewraps,
        Optional<KeyStep.OpenKey> opens) {

    public static StepGuards of(Plan plan, List<Step> steps) {
        List<Step.PointProvider> points = steps.stream()
                .filter(Step.PointProvider.class::isInstance)
                .map(Step.PointProvider.class::cast)
                .toList();
        Map<DatabaseName, KeyStep.RewrapDatabase> rewraps = new HashMap<>();
        steps.forEach(step -> {
            if (step instanceof KeyStep.RewrapDatabase rewrap) {
                rewraps.put(rewrap.database(), rewrap);
            }
        });
        return new StepGuards(plan.basis(), points, Map.copyOf(rewraps), opens(steps));
    }

    /** The step that opens a key of the vault, where there is one. */
    public static Optional<KeyStep.OpenKey> opens(List<Step> steps) {
        return steps.stream()
                .filter(KeyStep.OpenKey.class::isInstance)
                .map(KeyStep.OpenKey.class::cast)
                .findFirst();
    }

    public Guard guard(Step step) {
        return switch (step) {
            case Step.PointProvider point -> Guard.of(List.of(path(point)), pointed(point.provider(), point.to()));
            case Step.EnableProvider enable ->
                Guard.of(List.of(there(enable.provider())), provider(enable.provider(), "p.is_enabled = 1"));
            case Step.ReadProvider read -> Guard.of(List.of(there(read.provider())));
            case Step.ProveDatabase prove -> prove(prove);
            case KeyStep.CreateVaultKey create -> inVault();
            case KeyStep.BackUpVaultKey backUp -> inVault();
            case KeyStep.AddAppSecret add -> inVault();
            case KeyStep.TryVaultKey attempt -> inVault();
            case KeyStep key -> KeyGuards.of(key);
        };
    }

    /** The catalog has this DLL. */
    static String pointed(ProviderName provider, DllPath dll) {
        return provider(provider, "p.dll_path = " + TSql.literal(dll.value()));
    }

    /** There is a row of this provider for which more holds. */
    static String provider(ProviderName provider, String more) {
        return "EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = " + TSql.literal(provider.value())
                + " AND " + more + ")";
    }

    /** A column of the provider's row. */
    static String column(ProviderName provider, String expression) {
        return "(SELECT " + expression + " FROM sys.cryptographic_providers AS p WHERE p.name = "
                + TSql.literal(provider.value()) + ")";
    }

    private static GuardFact path(Step.PointProvider point) {
        return GuardFact.of(
                new OfProvider(point.node(), point.provider(), ProviderFact.DLL_PATH),
                new FactValue.Text(point.from().value()),
                column(point.provider(), "p.dll_path"));
    }

    private static GuardFact there(ProviderName provider) {
        return GuardFact.presence(Message.of("script.guard.provider", provider), true, provider(provider, "1 = 1"));
    }

    private Guard prove(Step.ProveDatabase prove) {
        List<GuardFact> facts = new ArrayList<>();
        if (prove.proof() != Step.ProofKind.OWN_BACKUP) {
            facts.add(state(prove.node(), prove.database()));
            protector(prove).ifPresent(facts::add);
            prove.about()
                    .permission()
                    .map(needed -> PlanGuards.inDatabase(prove.node(), prove.database(), needed))
                    .ifPresent(facts::add);
        }
        String changed = changed(prove.database());
        return prove.phase() == Step.Phase.BEFORE && !changed.isEmpty() ? Guard.of(facts, changed) : Guard.of(facts);
    }

    /** Once the key is opened in master, what leads to it in the vault is done. */
    private Guard inVault() {
        return opens.map(open -> Guard.of(List.of(), KeyGuards.done(open))).orElseGet(() -> Guard.of(List.of()));
    }

    /** The change that a proof of before comes too late for. */
    private String changed(DatabaseName database) {
        Stream<String> pointed = points.stream().map(point -> pointed(point.provider(), point.to()));
        Stream<String> wrapped = Optional.ofNullable(rewraps.get(database)).stream()
                .map(rewrap -> KeyGuards.wrapped(database, rewrap.to()));
        return Stream.concat(pointed, wrapped).collect(Collectors.joining(" OR "));
    }

    static GuardFact state(NodeName node, DatabaseName database) {
        return GuardFact.of(
                new OfDatabase(node, database, DatabaseFact.STATE),
                new FactValue.Text("ONLINE"),
                "(SELECT d.state_desc FROM sys.databases AS d WHERE d.name = " + TSql.literal(database.value()) + ")");
    }

    /** After a new wrapping it is another key by name; before it, and where nothing is wrapped anew, the one of the basis. */
    private Optional<GuardFact> protector(Step.ProveDatabase prove) {
        DatabaseName database = prove.database();
        KeyStep.RewrapDatabase rewrap = rewraps.get(database);
        if (rewrap != null && prove.phase() == Step.Phase.AFTER) {
            return Optional.of(protector(prove.node(), database, rewrap.to()));
        }
        return protector(prove.node(), database);
    }

    /** The key that protects the database, by name. */
    static GuardFact protector(NodeName node, DatabaseName database, AsymmetricKeyName key) {
        return GuardFact.of(
                new OfDatabase(node, database, DatabaseFact.PROTECTOR),
                new FactValue.Text(key.value()),
                KeyGuards.wrapper(database));
    }

    private Optional<GuardFact> protector(NodeName node, DatabaseName database) {
        FactKey fact = new OfDatabase(node, database, DatabaseFact.PROTECTOR);
        return basis.value(fact)
                .filter(FactValue.Text.class::isInstance)
                .map(thumbprint -> GuardFact.of(fact, thumbprint, """
                        (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)
                            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(%s))""".formatted(TSql.literal(database.value()))));
    }
}
