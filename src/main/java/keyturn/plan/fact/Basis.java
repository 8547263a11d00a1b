package keyturn.plan.fact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfFile;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Situation;
import keyturn.plan.step.Step;

/** The facts that a plan relies on, not all that was read: a changed uptime refuses no good plan. */
public record Basis(SortedMap<FactKey, FactValue> facts) {

    private static final DatabaseFact FIRST = DatabaseFact.STATE;
    private static final DatabaseFact LAST = List.of(DatabaseFact.values()).getLast();

    public Basis {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** The facts that a plan of these choices would rely on, as this inspection has them. */
    public static Basis of(Inspection inspection, Choices choices) {
        return of(choices.situation(inspection));
    }

    /** The same of a look that took in no more than this. */
    public static Basis of(Inspection inspection, Choices choices, Scope scope) {
        return switch (scope) {
            case Scope.Whole whole -> of(inspection, choices);
            case Scope.Server server -> of(inspection, choices);
            case Scope.OneDatabase one ->
                of(inspection, choices.only(one.database())).within(scope);
        };
    }

    public static Basis of(Situation situation) {
        SortedMap<FactKey, FactValue> facts = SeenFacts.shared(situation);
        facts.putAll(situation.ownFacts());
        return new Basis(facts);
    }

    /** What the fact is, where the plan relies on it. */
    public Optional<FactValue> value(FactKey fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** Files that the plan relies on: a run must look at them by name. */
    public List<DllPath> files() {
        return facts.keySet().stream()
                .flatMap(key -> key.ofFile().stream())
                .map(OfFile::file)
                .toList();
    }

    /** The databases that depend on the provider, or may, in the order of their names. */
    public List<DatabaseName> databases() {
        return facts.keySet().stream()
                .flatMap(key -> key.ofDatabase().stream())
                .filter(key -> key.fact() == DatabaseFact.STATE)
                .map(OfDatabase::database)
                .toList();
    }

    /** What a look of this scope can compare: of the databases its own alone, and nothing of loaded modules, which it does not read. */
    public Basis within(Scope scope) {
        return switch (scope) {
            case Scope.Whole whole -> this;
            case Scope.Server server -> this;
            case Scope.OneDatabase one -> withDatabase(one.database());
        };
    }

    /** Databases stand last, so that the cost does not grow with them. */
    private Basis withDatabase(DatabaseName database) {
        SortedMap<FactKey, FactValue> some = new TreeMap<>();
        for (Map.Entry<FactKey, FactValue> fact : facts.entrySet()) {
            if (fact.getKey().ofDatabase().isPresent()) {
                break;
            }
            some.put(fact.getKey(), fact.getValue());
        }
        for (NodeName node :
                some.keySet().stream().map(FactKey::node).distinct().toList()) {
            some.remove(new OfServer(node, ServerFact.YOUNG_CONNECTOR));
            some.putAll(facts.subMap(new OfDatabase(node, database, FIRST), new OfDatabase(node, database, LAST)));
            FactKey last = new OfDatabase(node, database, LAST);
            value(last).ifPresent(value -> some.put(last, value));
        }
        return new Basis(some);
    }

    /**
     * A fact that is not as it was; one that came or went counts. The one that tells most: a database's state, which explains
     * others, then a value that became another, then what came or went, then what can no longer be read; among equals one of
     * a database, then the first by its key.
     */
    public Optional<Moved> firstMoved(Basis fresh) {
        return moved(fresh).stream()
                .min(Comparator.comparingInt(Moved::vagueness)
                        .thenComparing(moved -> moved.fact().ofDatabase().isEmpty()));
    }

    /** Every fact that is not as it was, by key; one that came or went counts. */
    public List<Moved> moved(Basis fresh) {
        SortedMap<FactKey, FactValue> now = fresh.asOf(this);
        TreeSet<FactKey> keys = new TreeSet<>(facts.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !isRight(key))
                .map(key ->
                        new Moved(key, facts.getOrDefault(key, Missing.ABSENT), now.getOrDefault(key, Missing.ABSENT)))
                .filter(moved -> !moved.was().equals(moved.is()))
                .toList();
    }

    /** Saved plans of before may hold what the login that planned was permitted; a run asks the login that runs it. */
    private static boolean isRight(FactKey key) {
        return switch (key) {
            case FactKey.OfPermission right -> true;
            case OfServer other -> false;
            case FactKey.OfProvider other -> false;
            case OfFile other -> false;
            case FactKey.OfKey other -> false;
            case FactKey.OfLogin other -> false;
            case FactKey.OfCredential other -> false;
            case FactKey.OfAlteration other -> false;
            case FactKey.OfNewestSecret other -> false;
            case OfDatabase other -> false;
        };
    }

    /** A server that was given another name is still the one node that was looked at: its name is a fact that moved. */
    private SortedMap<FactKey, FactValue> asOf(Basis planned) {
        if (facts.isEmpty() || planned.facts.isEmpty()) {
            return facts;
        }
        NodeName node = planned.facts.firstKey().node();
        if (node.equals(facts.firstKey().node())) {
            return facts;
        }
        SortedMap<FactKey, FactValue> renamed = new TreeMap<>();
        facts.forEach((key, value) -> renamed.put(key.at(node), value));
        return renamed;
    }

    /**
     * The same once steps were begun: what they change may stand as it was or as they make it.
     *
     * @param begun steps that may have been done, whether or not anybody knows
     */
    public Optional<Moved> firstMoved(Basis fresh, List<Step> begun) {
        var accepted = new Accepted(facts, fresh.asOf(this));
        begun.forEach(accepted::accept);
        return new Basis(accepted.expected()).firstMoved(fresh);
    }

    /** A fact that is not as it was when the plan was made. */
    public record Moved(FactKey fact, FactValue was, FactValue is) {

        private int vagueness() {
            boolean cameOrWent = was == Missing.ABSENT || is == Missing.ABSENT;
            return !is.wasRead() ? 3 : cameOrWent ? 2 : ofState() ? 0 : 1;
        }

        private boolean ofState() {
            return fact.ofDatabase()
                    .filter(key -> key.fact() == DatabaseFact.STATE)
                    .isPresent();
        }

        /** In one sentence. */
        public Message told() {
            if (ofState() && was == Missing.ABSENT) {
                return Message.of(
                        "plan.moved.came", fact.ofDatabase().orElseThrow().database());
            }
            if (ofState() && is == Missing.ABSENT) {
                return Message.of(
                        "plan.moved.went", fact.ofDatabase().orElseThrow().database());
            }
            return Message.of("plan.moved", fact.words().text(), FactWords.of(fact, was), FactWords.of(fact, is));
        }
    }
}
