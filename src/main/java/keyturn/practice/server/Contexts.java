package keyturn.practice.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.views.Caller;
import keyturn.practice.tsql.types.Bytes;

/** As whom a session runs: what EXECUTE AS put on and REVERT takes off again. */
final class Contexts {

    private final Deque<Context> all = new ArrayDeque<>();

    /**
     * A context that was put on.
     *
     * @param database where the statement stood
     * @param user of a user, which the database holds, else of a login
     * @param depth of the text, in calls, that put it on
     */
    record Context(Caller caller, String database, boolean user, boolean noRevert, Optional<Bytes> cookie, int depth) {}

    void push(Context context) {
        all.push(context);
    }

    void pop() {
        all.pop();
    }

    Optional<Context> top() {
        return Optional.ofNullable(all.peek());
    }

    /** A text that was called ends: what it put on is taken off. */
    void left(int depth) {
        all.removeIf(c -> c.depth() > depth);
    }

    /** The caller now; logins and users are as the server has them now. */
    Caller caller(Instance instance, Login connected) {
        Context top = all.peek();
        if (top == null) {
            return Caller.of(current(instance, connected));
        }
        Caller given = top.caller();
        return new Caller(
                current(instance, given.login()),
                given.as()
                        .map(u -> instance.database(u.database())
                                .flatMap(d -> instance.user(d, u.id()))
                                .orElse(u)),
                false);
    }

    private static Login current(Instance instance, Login login) {
        return instance.security().login(login.sid()).orElse(login);
    }
}
