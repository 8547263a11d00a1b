package keyturn.practice.tsql.query;

import java.util.List;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.syntax.TableStatement.MergeClause;
import keyturn.practice.tsql.syntax.TableStatement.MergeMatch;

/** Which clauses a MERGE may have, and in what order. */
final class MergeRules {

    private MergeRules() {}

    /**
     * @throws SqlError 10710, 10711 an act that does not fit its clause, 10714 one act twice in clauses of a kind, 5324 a
     *     clause that none could reach
     */
    static void demand(List<MergeClause> clauses) {
        for (int i = 0; i < clauses.size(); i++) {
            MergeClause clause = clauses.get(i);
            boolean inserts = clause.act() instanceof TableStatement.MergeInsert;
            if (inserts != (clause.match() == MergeMatch.NOT_BY_TARGET)) {
                throw error(
                        inserts ? 10711 : 10710,
                        clause,
                        "An action of type '" + act(clause) + "' is not allowed in the '" + kind(clause)
                                + "' clause of a MERGE statement.");
            }
            for (MergeClause before : clauses.subList(0, i)) {
                if (before.match() == clause.match()) {
                    demandBeside(before, clause);
                }
            }
        }
    }

    private static void demandBeside(MergeClause before, MergeClause clause) {
        if (act(before).equals(act(clause))) {
            throw error(
                    10714,
                    clause,
                    "An action of type '" + kind(clause) + "' cannot appear more than once in a '" + act(clause)
                            + "' clause of a MERGE statement.");
        }
        if (before.condition().isEmpty()) {
            throw error(
                    5324,
                    clause,
                    "In a MERGE statement, a '" + kind(clause)
                            + "' clause with a search condition cannot appear after a '" + kind(clause)
                            + "' clause with no search condition.");
        }
    }

    private static SqlError error(int number, MergeClause clause, String text) {
        return new SqlError(number, 15, 1, clause.line(), text);
    }

    private static String act(MergeClause clause) {
        return switch (clause.act()) {
            case TableStatement.MergeInsert i -> "INSERT";
            case TableStatement.MergeUpdate u -> "UPDATE";
            case TableStatement.MergeDelete d -> "DELETE";
        };
    }

    private static String kind(MergeClause clause) {
        return switch (clause.match()) {
            case MATCHED -> "WHEN MATCHED";
            case NOT_BY_TARGET -> "WHEN NOT MATCHED";
            case NOT_BY_SOURCE -> "WHEN NOT MATCHED BY SOURCE";
        };
    }
}
