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
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.fact.TrueBefore;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.script.TSql;

/**
 * The guard of each step: true-before as facts, true-after as what is done already.
 *
 * @param basis of the plan: what the DEKs of its databases were protected by
 * @param points of the steps at hand: where one holds already, a test of the time before it comes too late
 * @param reencrypts of the steps at hand: what protects a database's DEK before and after
 * @param opens of the steps at hand
 * @param again a script goes on where it stopped before: a credential that was altered since the plan was made was altered by it
 * @param started true once SQL Server was started again, which what is done on the host leads to; empty where it is not
 * @param replaced true once every credential has its new secret, which what is done elsewhere leads to; empty where none gets one
 */
public record StepGuards(
        Basis basis,
        List<ProviderStep.PointProvider> points,
        Map<DatabaseName, KeyStep.ReencryptDatabase> reencrypts,
        Optional<KeyStep.OpenKey> opens,
        Optional<String> replaced,
        boolean again,
        Optional<String> started) {

    public static StepGuards of(Plan plan, List<Step> steps) {
        return of(plan, steps, false);
    }

    /** @param again a script goes on where it stopped before */
    public static StepGuards of(Plan plan, List<Step> steps, boolean again) {
        List<ProviderStep.PointProvider> points = ProviderStep.points(steps).toList();
        Map<DatabaseName, KeyStep.ReencryptDatabase> reencrypts = new HashMap<>();
        KeyStep.reencryptions(steps).forEach(reencrypt -> reencrypts.put(reencrypt.database(), reencrypt));
        Optional<String> replaced = again ? replaced(steps) : Optional.empty();
        return new StepGuards(
                plan.basis(), points, Map.copyOf(reencrypts), opens(steps), replaced, again, started(steps));
    }

    /** The step that opens a key of the vault, where there is one. */
    private static Optional<KeyStep.OpenKey> opens(List<Step> steps) {
        return KeyStep.opened(steps).findFirst();
    }

    private static Optional<String> started(List<Step> steps) {
        return HostStep.starts(steps).findFirst().flatMap(StepGuards::onServer);
    }

    private static Optional<String> replaced(List<Step> steps) {
        List<Optional<String>> each =
                SecretStep.replaced(steps).map(StepGuards::onServer).toList();
        return each.isEmpty() || each.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(each.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n            AND ", "(", ")")));
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
                        Conduct.of(step).changes() && !isElses(step) ? Optional.of(sql.holds()) : Optional.empty();
                    case Asked.Partly part -> Optional.of(part.holds());
                    case Asked.Elsewhere other ->
                        switch (other.where()) {
                            case RUN -> step.asHost().isPresent() ? started : tooLate(step);
                            case SERVER, VAULT, DIRECTORY, MACHINE ->
                                opens.flatMap(StepGuards::onServer).or(() -> replaced);
                        };
                };
        return new Guard(GuardFact.moved(facts(step)), done);
    }

    /** That a credential was altered since the plan was made does not show that this script did it. */
    private boolean isElses(Step step) {
        return !again && Conduct.of(step).replacesSecret();
    }

    private static Optional<String> onServer(Step step) {
        return ConditionGuards.of(TrueAfter.of(step)).onServer();
    }

    private List<GuardFact> facts(Step step) {
        var needed = new NeededFacts(step.node());
        List<GuardFact> facts = new ArrayList<>();
        TrueBefore.of(step).forEach(condition -> needed.of(condition).ifPresent(facts::add));
        step.asTest()
                .flatMap(TestStep::asTestOfKey)
                .filter(TestStep.TestDatabase::isSent)
                .flatMap(this::protector)
                .ifPresent(facts::add);
        step.asKey().flatMap(KeyStep::asLogin).flatMap(this::opened).ifPresent(facts::add);
        if (!facts.isEmpty()) {
            inDatabase(step).ifPresent(facts::add);
        }
        return facts;
    }

    /** Of the key that was opened, before a login is made from it. */
    private Optional<GuardFact> opened(KeyStep.CreateKeyLogin create) {
        return opens.filter(open -> open.key().equals(create.key()))
                .flatMap(open -> open.thumbprint().map(wanted -> NeededFacts.thumbprint(open, wanted)));
    }

    /** The right that the step needs in a database; those on the server are asked once, before the first step. */
    private static Optional<GuardFact> inDatabase(Step step) {
        return Conduct.of(step)
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
        return step.asTest()
                .flatMap(TestStep::asTestOfKey)
                .filter(TestStep.TestDatabase::isBefore)
                .map(this::changes)
                .filter(changed -> !changed.isEmpty());
    }

    private String changes(TestStep.TestDatabase test) {
        Stream<Step> changes =
                Stream.concat(points.stream(), Optional.ofNullable(reencrypts.get(test.database())).stream());
        return changes.flatMap(change -> onServer(change).stream()).collect(Collectors.joining(" OR "));
    }

    /** After the re-encryption it is another key by name; before it, and where nothing is re-encrypted, the one of the basis. */
    private Optional<GuardFact> protector(TestStep.TestDatabase test) {
        DatabaseName database = test.database();
        KeyStep.ReencryptDatabase reencrypt = reencrypts.get(database);
        if (reencrypt != null && test.phase() == TestStep.Phase.AFTER) {
            return new NeededFacts(test.node()).of(new Condition.ProtectedBy(database, reencrypt.to()));
        }
        FactKey fact = new OfDatabase(test.node(), database, DatabaseFact.PROTECTOR);
        return basis.value(fact)
                .filter(value -> value.asText().isPresent())
                .map(thumbprint -> NeededFacts.thumbprint(fact, thumbprint, database));
    }
}
