package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Bytes;

/** The options of CREATE and ALTER LOGIN that set something. */
record LoginOptions(Turn turn, List<KeyStatement.LoginOption> options) {

    LoginOptions {
        options = List.copyOf(options);
    }

    static Credential credential(Turn turn, String name) {
        return turn.instance()
                .security()
                .credential(name)
                .filter(c -> turn.scene().rights().has("ALTER ANY CREDENTIAL"))
                .orElseThrow(() -> Messages.error(15151, 1, "find", CredentialStatements.NOUN, name));
    }

    /** @throws keyturn.practice.tsql.SqlError 15010, 15122, 15151, 15033 */
    LoginSettings of(LoginSettings before) {
        LoginSettings now = before;
        for (KeyStatement.LoginOption option : options) {
            now = applied(now, option);
        }
        if (now.expiration() && !now.policy()) {
            throw Messages.error(15122, 1);
        }
        return now;
    }

    private LoginSettings applied(LoginSettings before, KeyStatement.LoginOption option) {
        boolean on = option.value().equals("ON");
        return switch (option.word()) {
            case "DEFAULT_DATABASE" -> before.database(database(option.value()));
            case "DEFAULT_LANGUAGE" -> before.language(language(option.value()));
            case "CHECK_POLICY" -> before.checks(on, before.expiration());
            case "CHECK_EXPIRATION" -> before.checks(before.policy(), on);
            case "CREDENTIAL" ->
                before.credential(
                        option.value().isEmpty()
                                ? Optional.empty()
                                : Optional.of(credential(turn, option.value()).id()));
            default -> before;
        };
    }

    private String database(String name) {
        return turn.instance()
                .database(name)
                .orElseThrow(() -> Messages.error(15010, 1, name))
                .name();
    }

    private static String language(String name) {
        if (!name.equalsIgnoreCase("us_english") && !name.equalsIgnoreCase("english")) {
            throw Messages.error(15033, 1, name);
        }
        return "us_english";
    }

    Optional<String> name() {
        return value("NAME");
    }

    Optional<Bytes> sid() {
        return value("SID").map(v -> {
            String digits = v.substring(2);
            return Bytes.ofHex(digits.length() % 2 == 0 ? digits : "0" + digits);
        });
    }

    /** Nothing but what is named. */
    boolean hasOnly(String... words) {
        return options.stream().allMatch(o -> List.of(words).contains(o.word()));
    }

    /** The first word; empty where there is none. */
    String first() {
        return options.stream().map(KeyStatement.LoginOption::word).findFirst().orElse("");
    }

    boolean has(String word) {
        return value(word).isPresent();
    }

    private Optional<String> value(String word) {
        return options.stream()
                .filter(o -> o.word().equals(word))
                .map(KeyStatement.LoginOption::value)
                .findFirst();
    }
}
