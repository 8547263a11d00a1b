package keyturn.plan.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.DatabaseName;

/**
 * What makes a DBA sure of a change, chosen alike in every flow.
 *
 * @param tests how a database's key is tested, where the DBA chose
 * @param attested what the DBA has looked at and says is so
 * @param longTest a test that is expected to take longer than this is told
 */
public record Assurances(Map<DatabaseName, TestChoice> tests, Set<Confirmation> attested, Duration longTest) {

    /** What counts as long where nobody says otherwise. */
    public static final Duration USUAL_LONG_TEST = Duration.ofHours(1);

    /** Tests as Keyturn chooses, nothing attested. */
    public static final Assurances NONE = new Assurances(Map.of(), Set.of());

    public Assurances {
        tests = Map.copyOf(tests);
        attested = Set.copyOf(attested);
        if (longTest.isNegative() || longTest.isZero()) {
            throw new IllegalArgumentException("longer than nothing: " + longTest);
        }
    }

    public Assurances(Map<DatabaseName, TestChoice> tests, Set<Confirmation> attested) {
        this(tests, attested, USUAL_LONG_TEST);
    }

    public Assurances testing(Map<DatabaseName, TestChoice> others) {
        return new Assurances(others, attested, longTest);
    }

    public Assurances attesting(Set<Confirmation> others) {
        return new Assurances(tests, others, longTest);
    }

    /** Into the tree of the choices that they belong to. */
    public ChoiceTree writtenTo(ChoiceTree tree) {
        SortedMap<String, String> how = new TreeMap<>();
        tests.forEach((database, test) -> how.put(database.value(), test.name()));
        Optional<String> limit = longTest.equals(USUAL_LONG_TEST) ? Optional.empty() : Optional.of(longTest.toString());
        return tree.with("tests", new ChoiceTree.Pairs(how))
                .with("longTest", limit)
                .with(
                        "attested",
                        new ChoiceTree.Texts(attested.stream()
                                .sorted()
                                .map(Confirmation::name)
                                .toList()));
    }

    public static Assurances read(ChoiceTree tree) {
        return new Assurances(
                tree.pairs("tests", DatabaseName::new, TestChoice::valueOf),
                Set.copyOf(tree.texts("attested", Confirmation::valueOf)),
                tree.optional("longTest", Duration::parse).orElse(USUAL_LONG_TEST));
    }
}
