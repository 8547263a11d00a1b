package keyturn.script.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;
import keyturn.plan.Plan;
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
        Map<String, String> basis,
        List<Step.PointProvider> points,
        Map<DatabaseName, KeyStep.RewrapDatabase> rewraps,
        Optional<KeyStep.OpenKey> opens) {

    private static final String NOT_KNOWN = "(";

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
        return new StepGuards(plan.basis().facts(), points, Map.copyOf(rewraps), opens(steps));
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
        return new GuardFact(
                "provider." + point.provider() + ".dllPath",
                point.from().value(),
                column(point.provider(), "p.dll_path"));
    }

    private static GuardFact there(ProviderName provider) {
        return new GuardFact("provider." + provider, "(there)", column(provider, "N'(there)'"));
    }

    private Guard prove(Step.ProveDatabase prove) {
        List<GuardFact> facts = new ArrayList<>();
        if (prove.proof() != Step.ProofKind.OWN_BACKUP) {
            facts.add(state(prove.database()));
            protector(prove).ifPresent(facts::add);
            prove.about()
                    .permission()
                    .map(needed -> PlanGuards.inDatabase(prove.database(), needed))
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

    static GuardFact state(DatabaseName database) {
        return new GuardFact(
                "database." + database + ".state",
                "ONLINE",
                "(SELECT d.state_desc FROM sys.databases AS d WHERE d.name = " + TSql.literal(database.value()) + ")");
    }

    /** After a new wrapping it is another key by name; before it, and where nothing is wrapped anew, the one of the basis. */
    private Optional<GuardFact> protector(Step.ProveDatabase prove) {
        DatabaseName database = prove.database();
        KeyStep.RewrapDatabase rewrap = rewraps.get(database);
        if (rewrap != null && prove.phase() == Step.Phase.AFTER) {
            return Optional.of(new GuardFact(
                    "database." + database + ".protector", rewrap.to().value(), KeyGuards.wrapper(database)));
        }
        return protector(database);
    }

    private Optional<GuardFact> protector(DatabaseName database) {
        String name = "database." + database + ".protector";
        return Optional.ofNullable(basis.get(name))
                .filter(thumbprint -> !thumbprint.startsWith(NOT_KNOWN))
                .map(thumbprint -> new GuardFact(name, thumbprint, """
                        (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)
                            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(%s))""".formatted(TSql.literal(database.value()))));
    }
}
