package keyturn.cli;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.flow.FlowName;

/** A verb that ends before its work is done, for reasons a person can act on. */
public final class Ended extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;
    private final Exit exit;

    public Ended(Exit exit, List<Problem> problems) {
        super(exit + " " + problems);
        this.exit = exit;
        this.problems = List.copyOf(problems);
    }

    public Ended(Exit exit, Problem problem) {
        this(exit, List.of(problem));
    }

    /** Wrong input, as {@code cli.KEY} words it; {@code cli.KEY.next} says what to do. */
    public static Ended usage(String key, Object... arguments) {
        return of(Exit.USAGE, key, arguments);
    }

    /** Ends with the sentence {@code cli.KEY}; both sentences take the same arguments. */
    public static Ended of(Exit exit, String key, Object... arguments) {
        Message summary = Message.of("cli." + key, arguments);
        Message next = Message.of("cli." + key + ".next", arguments);
        return new Ended(exit, new Problem("cli." + key, summary, Optional.empty(), next));
    }

    /** Wrong input in a flow, worded in the flow's own bundle: {@code cli.KEY} there, and {@code cli.KEY.next}. */
    public static Ended usage(FlowName flow, String key, Object... arguments) {
        return of(flow, Exit.USAGE, key, arguments);
    }

    /** Likewise, with this exit code. */
    public static Ended of(FlowName flow, Exit exit, String key, Object... arguments) {
        Message summary = flow.words("cli." + key, arguments);
        Message next = flow.words("cli." + key + ".next", arguments);
        return new Ended(exit, new Problem("cli." + flow + "." + key, summary, Optional.empty(), next));
    }

    public Exit exit() {
        return exit;
    }

    public List<Problem> problems() {
        return problems;
    }
}
