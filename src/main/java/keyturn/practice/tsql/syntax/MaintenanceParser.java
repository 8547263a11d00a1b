package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** DBCC, CHECKPOINT, KILL, SHUTDOWN. */
final class MaintenanceParser {

    private static final Set<String> OPTIONS = Keywords.words("""
            ALL_ERRORMSGS ALL_INDEXES ALL_LEVELS ALL_CONSTRAINTS COUNT_ROWS DATA_PURITY DENSITY_VECTOR ESTIMATEONLY
            EXTENDED_LOGICAL_CHECKS FAST HISTOGRAM HISTOGRAM_STEPS MARK_IN_USE_FOR_REMOVAL MAXDOP NO_INFOMSGS
            PHYSICAL_ONLY STATS_STREAM STAT_HEADER TABLERESULTS TABLOCK
            """);

    private final Grammar grammar;
    private final TokenStream tokens;

    MaintenanceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement dbcc() {
        int line = tokens.next().line();
        if (tokens.peek().kind() == Token.Kind.QUOTED) {
            throw tokens.unsupported();
        }
        String command = tokens.expectName().toUpperCase(Locale.ROOT);
        List<Expression> arguments = new ArrayList<>();
        if (tokens.acceptSymbol("(") && !tokens.acceptSymbol(")")) {
            do {
                arguments.add(argument());
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
        }
        return new ServerStatement.Dbcc(line, command, arguments, tokens.accept("with") ? options() : List.of());
    }

    /** A constant, a variable, or a name that stands for itself. */
    private Expression argument() {
        var token = tokens.peek();
        if (token.isName()) {
            tokens.next();
            return new Expression.StringLiteral(token.line(), token.text(), true);
        }
        if (tokens.acceptSymbol("-")) {
            return new Expression.Unary(token.line(), Expression.UnaryOperator.MINUS, number());
        }
        return grammar.primaries.literal();
    }

    private Expression number() {
        return switch (tokens.peek().kind()) {
            case INTEGER, DECIMAL, FLOAT, MONEY -> grammar.primaries.literal();
            default -> throw tokens.fault();
        };
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        do {
            if (!tokens.atAny(OPTIONS)) {
                throw tokens.fault();
            }
            String option = tokens.next().text().toUpperCase(Locale.ROOT);
            if (option.equals("MAXDOP")) {
                tokens.expectSymbol("=");
                tokens.expect(Token.Kind.INTEGER);
            }
            options.add(option);
        } while (tokens.acceptSymbol(","));
        return options;
    }

    Statement checkpoint() {
        int line = tokens.next().line();
        if (tokens.peek().kind() == Token.Kind.INTEGER) {
            tokens.next();
        }
        return new ServerStatement.Checkpoint(line);
    }

    Statement kill() {
        int line = tokens.next().line();
        boolean text = tokens.peek().isString();
        String sign = !text && tokens.acceptSymbol("-") ? "-" : "";
        String session = text
                ? tokens.expectString()
                : sign + tokens.expect(Token.Kind.INTEGER).text();
        boolean statusOnly = tokens.at("with");
        if (statusOnly) {
            tokens.next();
            tokens.expect("statusonly");
        }
        return new ServerStatement.Kill(line, session, !text, statusOnly);
    }

    Statement shutdown() {
        int line = tokens.next().line();
        boolean noWait = tokens.accept("with");
        if (noWait) {
            tokens.expect("nowait");
        }
        return new ServerStatement.Shutdown(line, noWait);
    }
}
