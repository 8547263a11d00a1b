package keyturn.script.guard;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.script.TSql;

/**
 * A fact that a guarded script looks at before it acts.
 *
 * @param name as a plan's basis calls it
 * @param was as the plan has it
 * @param found the T-SQL expression that reads it now; NULL where there is no such thing
 */
record GuardFact(String name, String was, String found) {

    /** Compares as Java does, by code points; one collation for all, because those of catalog columns differ. */
    static final String EXACTLY = " COLLATE Latin1_General_100_BIN2";

    /** A subquery that says of the first fact that has moved what it was and what it is; NULL where none has. */
    static String moved(List<GuardFact> facts) {
        if (facts.isEmpty()) {
            return "NULL";
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < facts.size(); i++) {
            rows.append(i == 0 ? "" : ",\n").append("        (").append(i + 1).append(", ");
            rows.append(facts.get(i).row()).append(')');
        }
        return """
                (
                    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'(not there)')
                    FROM (VALUES
                %s) AS f (place, fact, was, found)
                    WHERE f.found IS NULL OR f.found <> f.was
                    ORDER BY f.place)""".formatted(rows);
    }

    private String row() {
        return TSql.literal(name) + ", " + TSql.literal(was) + ",\n            " + found + EXACTLY;
    }

    /** A condition as the text that a basis writes for it. */
    static String truth(String condition) {
        return "CASE WHEN " + condition + " THEN N'true' ELSE N'false' END";
    }

    /** A list of literals for {@code IN} or {@code VALUES}. */
    static String literals(List<String> texts, String before, String after) {
        return texts.stream().map(text -> before + TSql.literal(text) + after).collect(Collectors.joining(", "));
    }
}
