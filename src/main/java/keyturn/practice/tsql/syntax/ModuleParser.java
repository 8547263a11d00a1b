package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CREATE, ALTER and DROP of procedures. */
final class ModuleParser {

    /** The verb behind blanks and comments. */
    private static final Pattern VERB = Pattern.compile(
            "\\A((?:\\s|--[^\n]*(?:\n|$)|/\\*.*?\\*/)*)(?:create\\s+or\\s+alter|create|alter)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Grammar grammar;
    private final TokenStream tokens;

    ModuleParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** PROCEDURE stands behind the verb, or OR ALTER PROCEDURE. */
    boolean begins(Token verb) {
        boolean both = verb.is("create") && tokens.at("or", "alter");
        int steps = both ? 2 : 0;
        return tokens.ahead(steps).is("procedure") || tokens.ahead(steps).is("proc");
    }

    /** The verb is read. */
    ModuleStatement definition(Token verb) {
        int line = verb.line();
        boolean both = tokens.accept("or");
        if (both) {
            tokens.expect("alter");
        }
        tokens.next();
        if (verb.is("drop")) {
            return drop(line);
        }
        if (!grammar.statements.isFirst()) {
            throw Faults.notFirst(line, "CREATE/ALTER PROCEDURE");
        }
        var name = grammar.names.object();
        var parameters = parameters();
        options();
        tokens.expect("as");
        var body = new ArrayList<Statement>();
        while (!tokens.atEnd()) {
            grammar.statements.add(body);
        }
        if (body.isEmpty()) {
            throw tokens.fault();
        }
        return new ModuleStatement.CreateProcedure(
                line, verb.is("create"), both || verb.is("alter"), name, parameters, body, kept(grammar.text));
    }

    private static String kept(String text) {
        Matcher verb = VERB.matcher(text);
        return verb.find() ? verb.group(1) + "CREATE" + text.substring(verb.end()) : text;
    }

    private List<Statement.Declaration> parameters() {
        boolean enclosed = tokens.atSymbol("(");
        if (enclosed) {
            tokens.next();
        }
        List<Statement.Declaration> parameters =
                tokens.peek().kind() == Token.Kind.VARIABLE ? grammar.statements.declarations(true) : List.of();
        if (enclosed) {
            tokens.expectSymbol(")");
        }
        return parameters;
    }

    private void options() {
        if (tokens.accept("with")) {
            do {
                if (tokens.accept("execute") || tokens.accept("exec")) {
                    tokens.expect("as");
                }
                tokens.next();
            } while (tokens.acceptSymbol(","));
        }
    }

    private ModuleStatement drop(int line) {
        boolean ifExists = tokens.at("if", "exists");
        if (ifExists) {
            tokens.next();
            tokens.next();
        }
        List<List<String>> names = new ArrayList<>();
        do {
            names.add(grammar.names.object());
        } while (tokens.acceptSymbol(","));
        return new ModuleStatement.DropProcedure(line, ifExists, names);
    }
}
