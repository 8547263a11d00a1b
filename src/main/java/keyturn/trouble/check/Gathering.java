package keyturn.trouble.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.HostLook;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;

/** Gathers what one check finds; the worst of it is how the check stands. */
final class Gathering {

    private static final int LINES = 40;

    private final CheckName check;
    private final List<Line> lines = new ArrayList<>();
    private final Set<RootCause> causes = new LinkedHashSet<>();
    private Optional<HostLook> look = Optional.empty();

    private record Line(State state, Message text) {}

    Gathering(CheckName check) {
        this.check = check;
    }

    Gathering add(State state, Message line, RootCause... of) {
        lines.add(new Line(state, line));
        causes.addAll(Arrays.asList(of));
        return this;
    }

    /** {@code trouble.said.KEY}, with names as one line. */
    Gathering say(State state, String key, List<?> arguments, RootCause... of) {
        Object[] shown = arguments.stream()
                .map(each -> OneLine.shown(String.valueOf(each)))
                .toArray();
        return add(state, Message.of("trouble.said." + key, shown), of);
    }

    /** What could not be read, and why. */
    Gathering unread(Fact<?> fact) {
        State state =
                switch (fact) {
                    case Fact.NotPermitted<?> denied -> State.NOT_PERMITTED;
                    case Fact.Unknown<?> unknown -> State.UNKNOWN;
                    case Fact.Known<?> known -> State.FINE;
                };
        return add(state, Blocks.reason(fact));
    }

    Gathering look(HostLook shows) {
        look = Optional.of(shows);
        return this;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    CheckResult result() {
        List<Message> told = lines.stream()
                .sorted(Comparator.comparing(Line::state))
                .map(Line::text)
                .distinct()
                .limit(LINES)
                .toList();
        State worst =
                lines.stream().map(Line::state).min(Comparator.naturalOrder()).orElse(State.UNKNOWN);
        return new CheckResult(check, worst, told, List.copyOf(causes), look);
    }
}
