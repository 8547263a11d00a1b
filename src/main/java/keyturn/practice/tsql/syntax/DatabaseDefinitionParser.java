package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.FileSpec;

/** CREATE DATABASE and DROP DATABASE. */
final class DatabaseDefinitionParser {

    private static final Set<String> FILE_OPTIONS =
            Set.of("NAME", "FILENAME", "NEWNAME", "SIZE", "MAXSIZE", "FILEGROWTH");
    private static final Set<String> UNITS = Set.of("KB", "MB", "GB", "TB");
    private static final int PAGES_PER_MB = 128;

    private final TokenStream tokens;

    DatabaseDefinitionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at DATABASE, behind DROP. */
    Statement dropped(int line) {
        tokens.next();
        boolean ifExists = tokens.at("if", "exists");
        if (ifExists) {
            tokens.next();
            tokens.next();
        }
        var names = new ArrayList<String>();
        do {
            names.add(tokens.expectName());
        } while (tokens.acceptSymbol(","));
        return new ServerStatement.DropDatabase(line, names, ifExists);
    }

    /** Stands at DATABASE, behind CREATE. */
    Statement created(int line) {
        tokens.next();
        String name = tokens.expectName();
        if (tokens.accept("containment")) {
            tokens.expectSymbol("=");
            if (!tokens.accept("none")) {
                tokens.expect("partial");
            }
        }
        List<FileSpec> data = tokens.accept("on") ? data() : List.of();
        List<FileSpec> logs = List.of();
        if (tokens.at("log")) {
            tokens.next();
            tokens.expect("on");
            logs = files();
        }
        Optional<String> collation = tokens.accept("collate") ? Optional.of(collation(tokens)) : Optional.empty();
        if (tokens.at("as", "snapshot")) {
            tokens.next();
            tokens.next();
            tokens.expect("of");
            return new ServerStatement.CreateDatabase(
                    line, name, data, logs, collation, false, Optional.of(tokens.expectName()));
        }
        boolean attach = tokens.accept("for");
        if (attach && !tokens.accept("attach")) {
            tokens.expect("attach_rebuild_log");
        }
        if (tokens.accept("with")) {
            options();
        }
        return new ServerStatement.CreateDatabase(line, name, data, logs, collation, attach, Optional.empty());
    }

    /** Options of its WITH; none of them means anything here beyond being there. */
    private void options() {
        do {
            var word = tokens.peek();
            if (tokens.accept("trustworthy") || tokens.accept("db_chaining")) {
                onOff();
            } else if (tokens.accept("default_language")
                    || tokens.accept("default_fulltext_language")
                    || tokens.accept("two_digit_year_cutoff")) {
                tokens.expectSymbol("=");
                tokens.next();
            } else if (tokens.accept("nested_triggers") || tokens.accept("transform_noise_words")) {
                tokens.expectSymbol("=");
                onOff();
            } else {
                throw word.isReserved() ? tokens.fault() : tokens.unsupported();
            }
        } while (tokens.acceptSymbol(","));
    }

    private void onOff() {
        if (!tokens.accept("on")) {
            tokens.expect("off");
        }
    }

    private List<FileSpec> data() {
        tokens.accept("primary");
        var files = new ArrayList<>(files());
        while (tokens.acceptSymbol(",")) {
            tokens.expect("filegroup");
            tokens.expectName();
            if (tokens.accept("contains")) {
                if (!tokens.accept("filestream")) {
                    tokens.expect("memory_optimized_data");
                }
            }
            tokens.accept("default");
            files.addAll(files());
        }
        return files;
    }

    /** Ends before a comma that a filegroup follows. */
    private List<FileSpec> files() {
        var files = new ArrayList<FileSpec>();
        files.add(file());
        while (tokens.atSymbol(",") && tokens.ahead(1).isSymbol("(")) {
            tokens.next();
            files.add(file());
        }
        return files;
    }

    private FileSpec file() {
        tokens.expectSymbol("(");
        String name = "";
        String path = "";
        int pages = 0;
        do {
            if (!tokens.atAny(FILE_OPTIONS)) {
                throw tokens.fault();
            }
            var option = tokens.next();
            tokens.expectSymbol("=");
            switch (option.text().toUpperCase(Locale.ROOT)) {
                case "NAME", "NEWNAME" -> name = tokens.peek().isString() ? tokens.expectString() : tokens.expectName();
                case "FILENAME" -> path = path();
                case "SIZE" -> pages = pages();
                default -> amount();
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return new FileSpec(name, path, pages);
    }

    private String path() {
        if (tokens.peek().isString() && tokens.peek().text().isEmpty()) {
            throw tokens.unsupported();
        }
        return tokens.expectString();
    }

    /** A collation's name, never in quotes. */
    static String collation(TokenStream tokens) {
        if (tokens.peek().kind() == Token.Kind.QUOTED) {
            throw tokens.unsupported();
        }
        return tokens.expectName();
    }

    private int pages() {
        var number = tokens.expect(Token.Kind.INTEGER);
        String unit = tokens.atAny(UNITS) ? tokens.next().text().toUpperCase(Locale.ROOT) : "MB";
        try {
            long amount = Long.parseLong(number.text());
            long pages =
                    switch (unit) {
                        case "KB" -> amount / 8;
                        case "GB" -> amount * PAGES_PER_MB * 1024;
                        case "TB" -> amount * PAGES_PER_MB * 1024 * 1024;
                        default -> amount * PAGES_PER_MB;
                    };
            return (int) Math.min(pages, Integer.MAX_VALUE);
        } catch (NumberFormatException tooMany) {
            throw Faults.near(number.line(), number.text());
        }
    }

    /** A largest size or a growth. */
    private void amount() {
        if (tokens.accept("unlimited")) {
            return;
        }
        tokens.expect(Token.Kind.INTEGER);
        if (!tokens.acceptSymbol("%") && tokens.atAny(UNITS)) {
            tokens.next();
        }
    }
}
