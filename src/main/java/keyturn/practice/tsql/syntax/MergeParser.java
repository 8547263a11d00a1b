package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.syntax.TableStatement.MergeAct;
import keyturn.practice.tsql.syntax.TableStatement.MergeClause;
import keyturn.practice.tsql.syntax.TableStatement.MergeMatch;

/** MERGE. */
final class MergeParser {

    private final Grammar grammar;
    private final TokenStream tokens;
    private final ChangeParser changes;

    MergeParser(Grammar grammar, ChangeParser changes) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.changes = changes;
    }

    /** The word MERGE is read. */
    TableStatement merge(int line, List<Query.Cte> ctes) {
        var top = grammar.selects.top();
        tokens.accept("into");
        var target = named(changes.target());
        tokens.expect("using");
        var source = grammar.sources.single();
        tokens.expect("on");
        var on = grammar.conditions.condition();
        var clauses = new ArrayList<MergeClause>();
        do {
            clauses.add(clause());
        } while (tokens.at("when"));
        return new TableStatement.Merge(line, ctes, top, target, source, on, clauses, changes.output());
    }

    private Query.Source named(Query.Source target) {
        var alias = tokens.at("using") ? Optional.<String>empty() : grammar.sources.alias();
        return switch (target) {
            case Query.Table table -> new Query.Table(table.line(), table.name(), alias);
            case Query.VariableTable variable -> new Query.VariableTable(variable.line(), variable.name(), alias);
            default -> target;
        };
    }

    private MergeClause clause() {
        int line = tokens.expect("when").line();
        var match = MergeMatch.MATCHED;
        if (tokens.accept("not")) {
            tokens.expect("matched");
            match = side();
        } else {
            tokens.expect("matched");
        }
        Optional<Condition> condition =
                tokens.accept("and") ? Optional.of(grammar.conditions.condition()) : Optional.empty();
        tokens.expect("then");
        return new MergeClause(line, match, condition, act());
    }

    private MergeMatch side() {
        if (!tokens.accept("by") || tokens.accept("target")) {
            return MergeMatch.NOT_BY_TARGET;
        }
        tokens.expect("source");
        return MergeMatch.NOT_BY_SOURCE;
    }

    private MergeAct act() {
        if (tokens.accept("delete")) {
            return new TableStatement.MergeDelete();
        }
        if (tokens.accept("update")) {
            tokens.expect("set");
            return new TableStatement.MergeUpdate(changes.sets());
        }
        tokens.expect("insert");
        if (tokens.accept("default")) {
            tokens.expect("values");
            return new TableStatement.MergeInsert(List.of(), List.of());
        }
        var columns = tokens.atSymbol("(") ? changes.columns() : List.<String>of();
        tokens.expect("values");
        return new TableStatement.MergeInsert(columns, changes.values());
    }
}
