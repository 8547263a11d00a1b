package keyturn.practice.tsql.syntax;

import java.util.Optional;
import keyturn.practice.tsql.syntax.AccessStatement.Context;

/** EXECUTE AS, REVERT, SETUSER. */
final class ContextParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    ContextParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Stands at AS, behind EXECUTE. */
    Statement executeAs(int line) {
        tokens.next();
        Optional<Expression> name = Optional.empty();
        Context context = Context.CALLER;
        if (tokens.at("login") || tokens.at("user")) {
            context = tokens.next().is("login") ? Context.LOGIN : Context.USER;
            tokens.expectSymbol("=");
            name = Optional.of(grammar.expressions.value());
        } else {
            tokens.expect("caller");
        }
        boolean noRevert = false;
        Optional<String> cookie = Optional.empty();
        if (tokens.accept("with")) {
            noRevert = tokens.accept("no");
            if (noRevert) {
                tokens.expect("revert");
            } else {
                tokens.expect("cookie");
                tokens.expect("into");
                cookie = Optional.of(tokens.expect(Token.Kind.VARIABLE).text());
            }
        }
        return new AccessStatement.ExecuteAs(line, context, name, noRevert, cookie);
    }

    Statement revert() {
        int line = tokens.next().line();
        if (!tokens.accept("with")) {
            return new AccessStatement.Revert(line, Optional.empty());
        }
        tokens.expect("cookie");
        tokens.expectSymbol("=");
        return new AccessStatement.Revert(line, Optional.of(grammar.expressions.value()));
    }

    Statement setUser() {
        int line = tokens.next().line();
        var token = tokens.peek();
        if (!token.isString() && token.kind() != Token.Kind.VARIABLE) {
            return new AccessStatement.SetUser(line, Optional.empty());
        }
        var name = grammar.primaries.literal();
        if (tokens.accept("with")) {
            tokens.expect("noreset");
        }
        return new AccessStatement.SetUser(line, Optional.of(name));
    }
}
