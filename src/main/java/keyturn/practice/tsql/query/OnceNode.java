package keyturn.practice.tsql.query;

import org.jspecify.annotations.Nullable;

/** The value of a constant, computed at the first row that wants it. A fault is raised anew each time. */
final class OnceNode implements Node {

    private final Node node;
    private boolean known;
    private @Nullable Object value;

    OnceNode(Node node) {
        this.node = node;
    }

    @Override
    public @Nullable Object eval(Env env) {
        if (!known) {
            value = node.eval(env);
            known = true;
        }
        return value;
    }
}
