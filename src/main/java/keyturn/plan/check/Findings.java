package keyturn.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.FlowName;

/** Words findings: {@code plan.fine.RULE}, {@code plan.attention.RULE} and its {@code .next}, and what blocks as {@link Blocks} has it. */
public final class Findings {

    private Findings() {}

    public static Stream<Finding> fine(Area area, String rule, Object... arguments) {
        return Stream.of(finding(area, Severity.FINE, rule, Optional.empty(), arguments));
    }

    public static Stream<Finding> attention(Area area, String rule, Object... arguments) {
        return Stream.of(finding(area, Severity.ATTENTION, rule, Optional.empty(), arguments));
    }

    /** Attention, because a fact is not known; why goes into the detail. */
    public static Stream<Finding> notKnown(Area area, String rule, Fact<?> fact, Object... arguments) {
        Optional<String> why = Optional.of(Blocks.reason(fact).text());
        return Stream.of(finding(area, Severity.ATTENTION, rule, why, arguments));
    }

    public static Stream<Finding> blocked(Area area, String rule, Object... arguments) {
        return Stream.of(of(area, Blocks.of(rule, Optional.empty(), arguments)));
    }

    /** Blocked, because a fact that must be known is not. */
    public static Stream<Finding> blockedUnknown(Area area, String rule, Fact<?> fact, Object... arguments) {
        return Stream.of(of(area, Blocks.notKnown(rule, fact, arguments)));
    }

    /** A sentence that the plan's notices have too. */
    public static Finding attention(Area area, Message reason) {
        return new Finding(
                reason.key(),
                Severity.ATTENTION,
                area.title(),
                reason,
                Optional.empty(),
                Optional.of(Message.of("plan.attention.build.next")),
                area.source(),
                Optional.empty(),
                Optional.empty());
    }

    public static Finding of(Area area, Problem problem) {
        return new Finding(
                problem.code(),
                Severity.BLOCKS,
                area.title(),
                problem.summary(),
                problem.detail(),
                Optional.of(problem.next()),
                area.source(),
                Optional.empty(),
                Optional.empty());
    }

    /** In a flow's own words: {@code check.RULE} of its bundle and, unless all is well, {@code check.RULE.next}. */
    public static Stream<Finding> of(FlowName flow, Area area, Severity severity, String rule, Object... arguments) {
        Object[] shown = shown(arguments);
        String key = "check." + rule;
        boolean fine = severity == Severity.FINE;
        return Stream.of(new Finding(
                "plan." + flow + "." + rule,
                severity,
                area.title(),
                flow.words(key, shown),
                Optional.empty(),
                fine ? Optional.empty() : Optional.of(flow.words(key + ".next", shown)),
                area.source(),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * What a person must have looked at: {@code plan.confirm.WORD} with title and next, {@code plan.confirmed.WORD}.
     *
     * @param look what shows it on the host, where a command does
     */
    public static Finding confirm(
            Area area, String word, Confirmation one, Optional<HostLook> look, boolean given, Object... about) {
        return new Finding(
                "plan.host." + word,
                given ? Severity.FINE : Severity.CONFIRM,
                Message.of("plan.confirm." + word + ".title"),
                Message.of("plan." + (given ? "confirmed." : "confirm.") + word, about),
                Optional.empty(),
                given ? Optional.empty() : Optional.of(Message.of("plan.confirm." + word + ".next", about)),
                area.source(),
                Optional.of(one),
                look);
    }

    private static Finding finding(
            Area area, Severity severity, String rule, Optional<String> detail, Object... arguments) {
        boolean fine = severity == Severity.FINE;
        String key = (fine ? "plan.fine." : "plan.attention.") + rule;
        Object[] shown = shown(arguments);
        return new Finding(
                "plan." + rule,
                severity,
                area.title(),
                Message.of(key, shown),
                detail,
                fine ? Optional.empty() : Optional.of(Message.of(key + ".next", shown)),
                area.source(),
                Optional.empty(),
                Optional.empty());
    }

    private static Object[] shown(Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = OneLine.shown(String.valueOf(arguments[i]));
        }
        return shown;
    }
}
