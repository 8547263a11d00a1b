package keyturn.plan.fact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Scope;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.rotate.RotationBasis;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/**
 * The facts that a plan relies on, not all that was read: a changed uptime refuses no good plan.
 *
 * @param facts name to written value, such as {@code provider.AzureKeyVault_EKM.dllPath}; what could not be read is written
 *     {@code (unknown)} or {@code (not permitted)}
 */
public record Basis(SortedMap<String, String> facts) {

    private static final String FILE = "file.";
    private static final String DATABASE = "database.";
    private static final String STATE = ".state";
    private static final String PROTECTOR = ".protector";
    private static final String ENCRYPTION = ".encryption";
    private static final String LOG_BACKUP = ".logBackupPossible";
    private static final String GROUP = ".availabilityGroup";
    private static final String MIRRORED = ".mirrored";
    private static final String LOG_SHIPPED = ".logShipped";
    /** Sorts behind every fact of a database. */
    private static final String AFTER_DATABASES = "database/";

    public static final String ABSENT = "(not there)";
    private static final String UNKNOWN = "(unknown)";
    private static final String NOT_PERMITTED = "(not permitted)";

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
        SortedMap<String, String> facts = shared(situation);
        facts.putAll(situation.ownFacts());
        return new Basis(facts);
    }

    private static SortedMap<String, String> shared(Situation situation) {
        Inspection inspection = situation.inspection();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("server.name", inspection.identity().name());
        facts.put("server.node", inspection.identity().node().value());
        facts.put("server.version", inspection.identity().productVersion());
        facts.put("server.clustered", written(inspection.facts().topology(), it -> String.valueOf(it.clustered())));
        facts.put("server.hadrEnabled", written(inspection.facts().topology(), it -> String.valueOf(it.hadrEnabled())));
        facts.put("ekm.running", written(inspection.facts().ekm(), ekm -> String.valueOf(ekm.running())));
        facts.put("databases", written(inspection.facts().databases(), known -> "(known)"));
        facts.put("permission.CONTROL SERVER", permission(inspection));
        situation.provider().ifPresent(row -> provider(facts, row));
        facts.put("server.listener", written(inspection.facts().around().listener(), name -> name.orElse("(none)")));
        situation.databases().open().forEach(database -> database(facts, database));
        situation.databases().notOpen().forEach(database -> database(facts, database));
        return facts;
    }

    private static String permission(Inspection inspection) {
        return written(
                inspection.facts().permissions(),
                held -> held.contains(Permission.CONTROL_SERVER) ? "held" : "(not held)");
    }

    /** By which name a plan relies on a file. */
    public static String file(DllPath path) {
        return FILE + path;
    }

    /** Files that the plan relies on: a run must look at them by name. */
    public List<DllPath> files() {
        return facts.keySet().stream()
                .filter(name -> name.startsWith(FILE))
                .map(name -> new DllPath(name.substring(FILE.length())))
                .toList();
    }

    /** The databases that hang on the provider, or may, in the order of their names. */
    public List<DatabaseName> databases() {
        return facts.keySet().stream()
                .filter(name -> name.startsWith(DATABASE) && name.endsWith(STATE))
                .map(name -> name.substring(DATABASE.length(), name.length() - STATE.length()))
                .sorted()
                .map(DatabaseName::new)
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

    private Basis withDatabase(DatabaseName database) {
        SortedMap<String, String> some = new TreeMap<>(facts.headMap(DATABASE));
        some.putAll(facts.tailMap(AFTER_DATABASES));
        some.remove(RotationBasis.YOUNG_BUILD);
        String own = DATABASE + database + ".";
        facts.subMap(own, own + Character.MAX_VALUE).forEach((name, value) -> {
            // A name may begin like another's and go on behind a dot; what a fact is called has none.
            if (name.indexOf('.', own.length()) < 0) {
                some.put(name, value);
            }
        });
        return new Basis(some);
    }

    private static void provider(SortedMap<String, String> facts, Inspection.Provider row) {
        String name = "provider." + row.name();
        facts.put(name + ".guid", row.guid());
        facts.put(name + ".version", row.version());
        facts.put(name + ".dllPath", row.dllPath());
        facts.put(name + ".enabled", String.valueOf(row.enabled()));
    }

    private static void database(SortedMap<String, String> facts, Database database) {
        String name = DATABASE + database.name();
        facts.put(name + STATE, database.state());
        facts.put(
                name + PROTECTOR,
                written(
                        database.key(),
                        key -> key.map(k -> k.thumbprint().toString()).orElse("(none)")));
        facts.put(
                name + ENCRYPTION,
                written(
                        database.key(),
                        key -> key.map(k -> k.state() + (k.changing() ? " changing" : ""))
                                .orElse("(none)")));
        facts.put(name + LOG_BACKUP, written(database.logBackupPossible(), String::valueOf));
        Inspection.Partners partners = database.partners();
        facts.put(name + GROUP, written(partners.availabilityGroup(), group -> group.orElse("(none)")));
        facts.put(name + MIRRORED, written(partners.mirrored(), String::valueOf));
        facts.put(name + LOG_SHIPPED, written(partners.logShipped(), String::valueOf));
    }

    public static <T> String written(Fact<T> fact, java.util.function.Function<T, String> value) {
        return switch (fact) {
            case Fact.Known<T> known -> value.apply(known.content());
            case Fact.Unknown<T> unknown -> UNKNOWN;
            case Fact.NotPermitted<T> denied -> NOT_PERMITTED;
        };
    }

    /**
     * A fact that is not as it was; one that came or went counts. The one that tells most: a database's state, which explains
     * others, then a value that became another, then what came or went, then what can no longer be read; among equals the
     * first by name.
     */
    public Optional<Moved> firstMoved(Basis fresh) {
        return moved(fresh).stream().min(Comparator.comparingInt(Moved::vagueness));
    }

    /** Every fact that is not as it was, by name; one that came or went counts. */
    public List<Moved> moved(Basis fresh) {
        TreeSet<String> names = new TreeSet<>(facts.keySet());
        names.addAll(fresh.facts.keySet());
        return names.stream()
                .map(name -> new Moved(name, facts.getOrDefault(name, ABSENT), fresh.facts.getOrDefault(name, ABSENT)))
                .filter(moved -> !moved.was().equals(moved.is()))
                .toList();
    }

    /**
     * The same once steps were begun: what they change may stand as it was or as they make it.
     *
     * @param begun steps that may have been done, whether or not anybody knows
     */
    public Optional<Moved> firstMoved(Basis fresh, List<Step> begun) {
        SortedMap<String, String> expected = new TreeMap<>(facts);
        begun.forEach(step -> accept(step, expected, fresh.facts));
        return new Basis(expected).firstMoved(fresh);
    }

    private static void accept(Step step, SortedMap<String, String> expected, SortedMap<String, String> fresh) {
        switch (step) {
            case Step.PointProvider point -> {
                String name = "provider." + point.provider();
                String path = fresh.getOrDefault(name + ".dllPath", ABSENT);
                if (path.equalsIgnoreCase(point.to().value())) {
                    take(expected, fresh, name + ".dllPath");
                    take(expected, fresh, name + ".version");
                }
                take(expected, fresh, name + ".enabled");
            }
            case Step.EnableProvider enable -> {
                String name = "provider." + enable.provider() + ".enabled";
                if ("true".equals(fresh.get(name))) {
                    take(expected, fresh, name);
                }
            }
            case Step.ReadProvider read -> {}
            case Step.ProveDatabase prove -> {}
            case KeyStep key -> RotationBasis.accept(key, expected, fresh);
        }
    }

    /** Only what is there: a provider that is gone has moved. */
    public static void take(SortedMap<String, String> expected, SortedMap<String, String> fresh, String name) {
        Optional.ofNullable(fresh.get(name)).ifPresent(is -> expected.put(name, is));
    }

    /** A fact that is not as it was when the plan was made. */
    public record Moved(String fact, String was, String is) {

        private int vagueness() {
            boolean unread = is.equals(UNKNOWN) || is.equals(NOT_PERMITTED);
            boolean cameOrWent = was.equals(ABSENT) || is.equals(ABSENT);
            boolean state = fact.startsWith("database.") && fact.endsWith(".state");
            return unread ? 3 : cameOrWent ? 2 : state ? 0 : 1;
        }
    }
}
