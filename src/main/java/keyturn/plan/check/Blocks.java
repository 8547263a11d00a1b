package keyturn.plan.check;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;

/** Words a reason why there is no plan: what and why, what came back, what to do next. */
public final class Blocks {

    private Blocks() {}

    /** @param rule the reason's stable name, such as {@code ekm.off}; its words are plan.blocked.RULE and plan.blocked.RULE.next */
    public static Problem of(String rule, Optional<String> detail, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = OneLine.shown(String.valueOf(arguments[i]));
        }
        String key = "plan.blocked." + rule;
        return new Problem("plan." + rule, Message.of(key, shown), detail, Message.of(key + ".next", shown));
    }

    /** For a fact that is not known: the reason or the missing permission goes into the detail. */
    public static Problem notKnown(String rule, Fact<?> fact, Object... arguments) {
        return of(rule, Optional.of(reason(fact).text()), arguments);
    }

    /** Why a fact is not known, in words. */
    public static Message reason(Fact<?> fact) {
        return switch (fact) {
            case Fact.Known<?> known -> Message.of("plan.fact.known", known.content());
            case Fact.Unknown<?> unknown ->
                Message.of("plan.fact.unknown", unknown.why().text());
            case Fact.NotPermitted<?> denied ->
                Message.of(
                        "plan.fact.denied",
                        denied.permission().name(),
                        denied.permission().securable());
        };
    }
}
