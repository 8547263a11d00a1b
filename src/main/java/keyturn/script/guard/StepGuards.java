package keyturn.script.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Condition;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.fact.TrueBefore;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.script.TSql;

/**
 * The guard of each step: true-before as facts, true-after as what is done already.
 *
 * @param basis of the plan: what the DEKs of its databases were protected by
 * @param points of the steps at hand: where one holds already, a test of the time before it comes too late
 * @param rewraps of the steps at hand: what protects a database's DEK before and after
 * @param opens of the steps at hand
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
    private static Optional<KeyStep.OpenKey> opens(List<Step> steps) {
        return steps.stream()
                .filter(KeyStep.OpenKey.class::isInstance)
                .map(KeyStep.OpenKey.class::cast)
                .findFirst();
    }

    /** True once the key of the vault is opened in master, which what is done elsewhere leads to; empty where none is opened. */
    public static Optional<String> opened(List<Step> steps) {
        return opens(steps).flatMap(open -> onServer(open));
    }

    public Guard guard(Step step) {
        Condition after = TrueAfter.of(step);
        Optional<String> done =
                switch (ConditionGuards.of(after)) {
                    case Asked.InTSql sql ->
                        StepConditions.mayBeSkipped(step) ? Optional.of(sql.holds()) : Optional.empty();
                    case Asked.Partly part -> Optional.of(part.holds());
                    case Asked.Elsewhere other ->
                        switch (other.where()) {
                            case RUN -> tooLate(step);
                            case SERVER, VAULT, DIRECTORY, MACHINE -> opens.flatMap(StepGuards::onServer);
                        };
                };
        return new Guard(GuardFact.moved(facts(step)), done);
    }

    private static Optional<String> onServer(Step step) {
        return ConditionGuards.of(TrueAfter.of(step)).onServer();
    }

    private List<GuardFact> facts(Step step) {
        var needed = new NeededFacts(step.node());
        List<GuardFact> facts = new ArrayList<>();
        TrueBefore.of(step).forEach(condition -> needed.of(condition).ifPresent(facts::add));
        if (step instanceof Step.ProveDatabase prove && prove.proof() != Step.ProofKind.OWN_BACKUP) {
            protector(prove).ifPresent(facts::add);
        }
        if (!facts.isEmpty()) {
            inDatabase(step).ifPresent(facts::add);
        }
        return facts;
    }

    /** The right that the step needs in a database; those on the server are asked once, before the first step. */
    private static Optional<GuardFact> inDatabase(Step step) {
        return step.about()
                .permission()
                .filter(needed -> !needed.equals(Permission.onServer(needed.name())))
                .map(needed -> PlanGuards.inDatabase(step.node(), new DatabaseName(needed.securable()), needed));
    }

    /** A column of the provider's row. */
    static String column(ProviderName provider, String expression) {
        return "(SELECT " + expression + " FROM sys.cryptographic_providers AS p WHERE p.name = "
                + TSql.literal(provider.value()) + ")";
    }

    /** The change for which a test of the time before it comes too late. */
    private Optional<String> tooLate(Step step) {
        if (!(step instanceof Step.ProveDatabase prove) || prove.phase() == Step.Phase.AFTER) {
            return Optional.empty();
        }
        Stream<Step> changes =
                Stream.concat(points.stream(), Optional.ofNullable(rewraps.get(prove.database())).stream());
        String changed = changes.flatMap(change -> onServer(change).stream()).collect(Collectors.joining(" OR "));
        return changed.isEmpty() ? Optional.empty() : Optional.of(changed);
    }

    /** After the re-encryption it is another key by name; before it, and where nothing is re-encrypted, the one of the basis. */
    private Optional<GuardFact> protector(Step.ProveDatabase prove) {
        DatabaseName database = prove.database();
        KeyStep.RewrapDatabase rewrap = rewraps.get(database);
        if (rewrap != null && prove.phase() == Step.Phase.AFTER) {
            return new NeededFacts(prove.node()).of(new Condition.ProtectedBy(database, rewrap.to()));
        }
        FactKey fact = new OfDatabase(prove.node(), database, DatabaseFact.PROTECTOR);
        return basis.value(fact)
                .filter(value -> value.asText().isPresent())
                .map(thumbprint -> NeededFacts.thumbprint(fact, thumbprint, database));
    }
}
