package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Prevailing;

/**
 * Whether a login comes in, and into which database: the one it asks for, else its own.
 *
 * @param occupied whether somebody is in a database
 */
record Admission(Instance instance, Accounts accounts, Backend.LoginRequest request, Predicate<Database> occupied) {

    /** What becomes of a login. */
    sealed interface Answer {}

    /** It comes in. */
    record In(Login login, Database database) implements Answer {}

    /** It does not, and is told why. */
    record Out(List<SqlError> errors) implements Answer {
        Out {
            errors = List.copyOf(errors);
        }

        Backend.Refused reply() {
            return new Backend.Refused(errors.stream()
                    .map(e -> new Backend.ServerMessage(e.number(), e.severity(), e.state(), e.text(), "", 1))
                    .toList());
        }
    }

    Answer answer() {
        return Prevailing.call(instance.identity().collation(), this::asked);
    }

    private Answer asked() {
        if (request.integrated()) {
            return new Out(List.of(Messages.error(18452, 1)));
        }
        if (!request.token().isEmpty()) {
            return byToken();
        }
        Optional<Login> login = instance.security()
                .login(request.user())
                .filter(l -> l.kind() == Login.Kind.SQL)
                .filter(l -> accounts.matches(l.name(), request.password()));
        if (login.isEmpty()) {
            return new Out(List.of(failed()));
        }
        return login.get().disabled() ? new Out(List.of(Messages.error(18470, 1, request.user()))) : into(login.get());
    }

    /** A login of that name from the directory; anybody else is told as little as with a wrong password. */
    private Answer byToken() {
        return accounts.named(request.token())
                .flatMap(name -> instance.security().login(name))
                .filter(login -> login.kind() == Login.Kind.EXTERNAL && !login.disabled())
                .map(this::into)
                .orElseGet(() -> new Out(List.of(Messages.error(18456, 1, "<token-identified principal>"))));
    }

    private SqlError failed() {
        return Messages.error(18456, 1, request.user());
    }

    private Answer into(Login login) {
        Rights rights = Rights.of(instance, login);
        if (!rights.has("CONNECT SQL")) {
            return new Out(List.of(failed()));
        }
        boolean own = request.database().isEmpty();
        String wanted = own ? login.settings().database() : request.database();
        return instance.database(wanted)
                .filter(Database::online)
                .filter(rights::mayEnter)
                .filter(d -> Entrance.shut(d, rights, occupied.test(d)).isEmpty())
                .<Answer>map(d -> new In(login, d))
                .orElseGet(() ->
                        new Out(List.of(own ? Messages.error(4064, 1) : Messages.error(4060, 1, wanted), failed())));
    }
}
