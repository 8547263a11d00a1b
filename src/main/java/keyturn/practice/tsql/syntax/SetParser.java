package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;

/** SET: session options and variables; also the assignments of SELECT. */
final class SetParser {

    private static final Set<String> SWITCHES = Keywords.words("""
            ANSI_DEFAULTS ANSI_NULL_DFLT_OFF ANSI_NULL_DFLT_ON ANSI_NULLS ANSI_PADDING ANSI_WARNINGS ARITHABORT
            ARITHIGNORE CONCAT_NULL_YIELDS_NULL CURSOR_CLOSE_ON_COMMIT DISABLE_DEF_CNST_CHK FMTONLY FORCEPLAN
            IMPLICIT_TRANSACTIONS NOCOUNT NOEXEC NO_BROWSETABLE NUMERIC_ROUNDABORT PARSEONLY QUOTED_IDENTIFIER
            REMOTE_PROC_TRANSACTIONS RESULT_SET_CACHING SHOWPLAN_ALL SHOWPLAN_TEXT SHOWPLAN_XML XACT_ABORT
            """);

    private static final Set<String> STATISTICS = Set.of("IO", "TIME", "PROFILE", "XML");

    private static final Set<String> VALUES = Keywords.words("""
            CONTEXT_INFO DATEFIRST DATEFORMAT DEADLOCK_PRIORITY LANGUAGE
            """);

    private static final Set<String> NUMBERS =
            Set.of("LOCK_TIMEOUT", "QUERY_GOVERNOR_COST_LIMIT", "ROWCOUNT", "TEXTSIZE");

    private static final Map<String, BinaryOperator> COMPOUND = Map.of(
            "+=", BinaryOperator.ADD,
            "-=", BinaryOperator.SUBTRACT,
            "*=", BinaryOperator.MULTIPLY,
            "/=", BinaryOperator.DIVIDE,
            "%=", BinaryOperator.MODULO,
            "&=", BinaryOperator.BIT_AND,
            "|=", BinaryOperator.BIT_OR,
            "^=", BinaryOperator.BIT_XOR);

    private final Grammar grammar;
    private final TokenStream tokens;

    SetParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A list of options, each a statement, comes as a block. */
    Statement set() {
        int line = tokens.next().line();
        var token = tokens.peek();
        if (token.kind() == Token.Kind.VARIABLE) {
            tokens.next();
            if (tokens.atSymbol("=") && tokens.ahead(1).is("cursor")) {
                tokens.next();
                return grammar.cursors.cursor(line, token.text(), List.of());
            }
            return new Statement.SetVariable(line, token.text(), assigned(token));
        }
        if (tokens.accept("transaction")) {
            tokens.expect("isolation");
            tokens.expect("level");
            return new Statement.SetOption(line, "TRANSACTION ISOLATION LEVEL", isolation());
        }
        if (tokens.accept("statistics")) {
            return switches(line, "STATISTICS ", STATISTICS);
        }
        if (tokens.atAny(SWITCHES)) {
            return switches(line, "", SWITCHES);
        }
        if (tokens.atAny(VALUES)) {
            return new Statement.SetOption(line, upper(tokens.next()), value(false));
        }
        if (tokens.atAny(NUMBERS)) {
            return new Statement.SetOption(line, upper(tokens.next()), value(true));
        }
        if (tokens.accept("identity_insert")) {
            var name = grammar.names.object();
            if (!tokens.at("on") && !tokens.at("off")) {
                throw tokens.fault();
            }
            return new TableStatement.IdentityInsert(line, name, tokens.next().is("on"));
        }
        if (tokens.at("offsets") || tokens.at("fips_flagger")) {
            throw tokens.unsupported();
        }
        throw token.kind() == Token.Kind.WORD && !token.isReserved()
                ? Faults.unknownSetOption(token.line(), token.text())
                : tokens.fault();
    }

    boolean isAssignment(Token token) {
        return token.isSymbol("=") || (token.kind() == Token.Kind.SYMBOL && COMPOUND.containsKey(token.text()));
    }

    /** What a variable gets; the operator stands here. A compound operator comes written out. */
    Expression assigned(Token variable) {
        return assigned(new Expression.Variable(variable.line(), variable.text()));
    }

    /** @param old what is assigned to, as a value */
    Expression assigned(Expression old) {
        var operator = tokens.peek();
        if (!isAssignment(operator)) {
            throw tokens.fault();
        }
        tokens.next();
        var value = grammar.expressions.value();
        var compound = Optional.ofNullable(COMPOUND.get(operator.text()));
        return compound.<Expression>map(o -> new Expression.Binary(operator.line(), o, old, value))
                .orElse(value);
    }

    private Statement switches(int line, String prefix, Set<String> known) {
        List<String> words = new ArrayList<>();
        do {
            if (!tokens.atAny(known)) {
                throw tokens.fault();
            }
            words.add(prefix + upper(tokens.next()));
        } while (tokens.acceptSymbol(","));
        if (!tokens.at("on") && !tokens.at("off")) {
            throw tokens.fault();
        }
        String value = tokens.next().text();
        List<Statement> options = words.stream()
                .<Statement>map(word -> new Statement.SetOption(line, word, value))
                .toList();
        return options.size() == 1 ? options.getFirst() : new Statement.Block(line, options);
    }

    private String isolation() {
        if (tokens.accept("read")) {
            if (!tokens.at("committed") && !tokens.at("uncommitted")) {
                throw tokens.fault();
            }
            return "READ " + upper(tokens.next());
        }
        if (tokens.accept("repeatable")) {
            tokens.expect("read");
            return "REPEATABLE READ";
        }
        if (tokens.at("serializable") || tokens.at("snapshot")) {
            return upper(tokens.next());
        }
        throw tokens.fault();
    }

    /** A number with its sign, a word, a string's content, or a variable with its sign. */
    private String value(boolean number) {
        String sign = tokens.acceptSymbol("-") ? "-" : "";
        var token = tokens.peek();
        boolean taken =
                switch (token.kind()) {
                    case INTEGER, DECIMAL, FLOAT -> true;
                    case VARIABLE -> sign.isEmpty();
                    case STRING, NATIONAL_STRING, BINARY -> sign.isEmpty() && !number;
                    case WORD, QUOTED -> sign.isEmpty() && !number && token.isName();
                    case MONEY, GLOBAL, SYMBOL, FAULT, END -> false;
                };
        if (!taken) {
            throw tokens.fault();
        }
        return sign + tokens.next().text();
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }
}
