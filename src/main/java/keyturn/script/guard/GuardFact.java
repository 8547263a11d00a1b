package keyturn.script.guard;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactWords;
import keyturn.script.TSql;

/**
 * A fact that a guarded script looks at before it acts.
 *
 * @param subject the fact in words: a noun
 * @param was the value that it must have, as people read it
 * @param found the T-SQL expression that reads it now, in the same words; NULL where there is no such thing
 */
record GuardFact(String subject, String was, String found) {

    private static final String THERE = "there";
    private static final String NOT_THERE = "not there";

    /** A fact of a plan's basis. */
    static GuardFact of(FactKey fact, FactValue was, String found) {
        return new GuardFact(fact.words().text(), FactWords.of(fact, was), found);
    }

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
                    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, %s)
                    FROM (VALUES
                %s) AS f (place, fact, was, found)
                    WHERE f.found IS NULL OR f.found <> f.was
                    ORDER BY f.place)""".formatted(notThere(), rows);
    }

    private String row() {
        return TSql.literal(subject) + ", " + TSql.literal(was) + ",\n            " + found + EXACTLY;
    }

    /** A condition as people read the flag of that fact. */
    static String flag(FactKey fact, String condition) {
        return "CASE WHEN " + condition + " THEN " + literal(fact, new FactValue.Flag(true)) + " ELSE "
                + literal(fact, new FactValue.Flag(false)) + " END";
    }

    /** Something that must be there, or must not. */
    static GuardFact presence(Message subject, boolean wanted, String condition) {
        return new GuardFact(
                subject.text(),
                wanted ? THERE : NOT_THERE,
                "CASE WHEN " + condition + " THEN N'" + THERE + "' ELSE N'" + NOT_THERE + "' END");
    }

    /** A value as people read it. */
    static String literal(FactKey fact, FactValue value) {
        return TSql.literal(FactWords.of(fact, value));
    }

    /** What stands for a thing that is not there. */
    static String notThere() {
        return "N'" + NOT_THERE + "'";
    }

    /** A list of literals for {@code IN} or {@code VALUES}. */
    static String literals(List<String> texts, String before, String after) {
        return texts.stream().map(text -> before + TSql.literal(text) + after).collect(Collectors.joining(", "));
    }
}
