package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.Expression.ConditionArgument;

/** Operands: literals, names, calls, CASE, parentheses, subqueries, and what hangs behind one. */
final class PrimaryParser {

    /** Methods of XML values; like the server, only in lower case. */
    private static final Set<String> METHODS = Set.of("value", "query", "exist", "nodes", "modify");

    /** Reserved words that are operands of a real server and none here. */
    private static final Set<String> FOREIGN =
            Set.of("IDENTITY", "IDENTITYCOL", "ROWGUIDCOL", "CONTAINS", "FREETEXT", "UPDATE", "OPENXML");

    private final Grammar grammar;
    private final TokenStream tokens;

    PrimaryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expression primary(boolean condition) {
        var operand = operand(condition);
        return operand instanceof ConditionArgument ? operand : suffixed(operand);
    }

    private Expression suffixed(Expression operand) {
        var result = operand;
        while (true) {
            int line = tokens.line();
            if (tokens.accept("collate")) {
                result = new Expression.Collate(line, result, tokens.expectName());
            } else if (tokens.at("at", "time")) {
                tokens.next();
                tokens.next();
                tokens.expect("zone");
                result = new Expression.AtTimeZone(line, result, operand(false));
            } else if (tokens.atSymbol(".") && tokens.ahead(2).isSymbol("(")) {
                tokens.next();
                result = method(result, line, tokens.expectName());
            } else {
                return result;
            }
        }
    }

    private Expression method(Expression target, int line, String method) {
        if (!METHODS.contains(method)) {
            throw Faults.near(line, method);
        }
        return new Expression.MethodCall(line, target, method, grammar.calls.arguments());
    }

    private Expression operand(boolean condition) {
        var token = tokens.peek();
        return switch (token.kind()) {
            case SYMBOL -> symbol(condition);
            case QUOTED -> named();
            case WORD -> word(token);
            case STRING, NATIONAL_STRING, INTEGER, DECIMAL, FLOAT, MONEY, BINARY, VARIABLE, GLOBAL, FAULT, END ->
                literal();
        };
    }

    /** A constant or a variable. */
    Expression literal() {
        var token = tokens.peek();
        int line = token.line();
        String text = token.text();
        Expression literal =
                switch (token.kind()) {
                    case INTEGER -> new Expression.IntegerLiteral(line, text);
                    case DECIMAL -> new Expression.DecimalLiteral(line, text);
                    case FLOAT -> new Expression.FloatLiteral(line, text);
                    case MONEY -> new Expression.MoneyLiteral(line, amount(text));
                    case STRING -> new Expression.StringLiteral(line, text, false);
                    case NATIONAL_STRING -> new Expression.StringLiteral(line, text, true);
                    case BINARY -> new Expression.BinaryLiteral(line, digits(text));
                    case VARIABLE -> new Expression.Variable(line, text);
                    case GLOBAL -> new Expression.GlobalVariable(line, text.substring(2));
                    case WORD -> nullLiteral(token);
                    case QUOTED, SYMBOL, END, FAULT -> throw tokens.fault();
                };
        tokens.next();
        return literal;
    }

    private Expression nullLiteral(Token token) {
        if (!token.is("null")) {
            throw tokens.fault();
        }
        return new Expression.NullLiteral(token.line());
    }

    /** Without the currency sign; nothing behind it means zero. */
    private static String amount(String text) {
        String amount = text.substring(1);
        return amount.isEmpty() ? "0" : amount;
    }

    private static String digits(String text) {
        String digits = text.substring(2);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    private Expression word(Token token) {
        if (token.is("null")) {
            return literal();
        }
        if (tokens.atAny(FOREIGN)) {
            throw tokens.unsupported();
        }
        if (tokens.at("case")) {
            return cases();
        }
        return grammar.builtins.special().orElseGet(this::named);
    }

    private Expression symbol(boolean condition) {
        if (tokens.atSymbol("{")) {
            return grammar.builtins.escape();
        }
        int line = tokens.expectSymbol("(").line();
        if (grammar.queries.begins(0)) {
            var query = grammar.queries.subquery();
            tokens.expectSymbol(")");
            return new Expression.Subquery(line, query);
        }
        var inner = condition ? grammar.conditions.conditionOrValue() : grammar.expressions.value();
        tokens.expectSymbol(")");
        return inner;
    }

    private Expression named() {
        int line = tokens.line();
        var name = grammar.names.parts();
        if (!tokens.atSymbol("(")) {
            if (name.size() > 1 && name.get(name.size() - 2).isEmpty()) {
                throw Faults.near(line, ".");
            }
            return new Expression.ColumnName(line, name);
        }
        if (name.size() > 1 && METHODS.contains(name.getLast())) {
            var target = new Expression.ColumnName(line, name.subList(0, name.size() - 1));
            return method(target, line, name.getLast());
        }
        return grammar.calls.call(line, name);
    }

    private Expression cases() {
        int line = tokens.next().line();
        if (tokens.at("when")) {
            return searchedCase(line);
        }
        var input = grammar.expressions.value();
        var branches = new ArrayList<Expression.When>();
        do {
            tokens.expect("when");
            var value = grammar.expressions.value();
            tokens.expect("then");
            branches.add(new Expression.When(value, grammar.expressions.value()));
        } while (tokens.at("when"));
        return new Expression.SimpleCase(line, input, branches, otherwise());
    }

    private Expression searchedCase(int line) {
        List<Expression.WhenTrue> branches = new ArrayList<>();
        do {
            tokens.expect("when");
            var condition = grammar.conditions.condition();
            tokens.expect("then");
            branches.add(new Expression.WhenTrue(condition, grammar.expressions.value()));
        } while (tokens.at("when"));
        return new Expression.SearchedCase(line, branches, otherwise());
    }

    private Optional<Expression> otherwise() {
        Optional<Expression> result =
                tokens.accept("else") ? Optional.of(grammar.expressions.value()) : Optional.empty();
        tokens.expect("end");
        return result;
    }
}
