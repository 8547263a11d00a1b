package keyturn.plan.flow;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.DatabaseName;

/**
 * What makes a DBA sure of a change, chosen alike in every flow.
 *
 * @param tests how a database's key is tested, where the DBA chose
 * @param attested what the DBA has looked at and says is so
 */
public record Assurances(Map<DatabaseName, TestChoice> tests, Set<Confirmation> attested) {

    /** Tests as Keyturn chooses, nothing attested. */
    public static final Assurances NONE = new Assurances(Map.of(), Set.of());

    public Assurances {
        tests = Map.copyOf(tests);
        attested = Set.copyOf(attested);
    }

    /** Into the tree of the choices that they belong to. */
    public ChoiceTree writtenTo(ChoiceTree tree) {
        SortedMap<String, String> how = new TreeMap<>();
        tests.forEach((database, test) -> how.put(database.value(), test.name()));
        return tree.with("tests", new ChoiceTree.Pairs(how))
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
                Set.copyOf(tree.texts("attested", Confirmation::valueOf)));
    }
}
