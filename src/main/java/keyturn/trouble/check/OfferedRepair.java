package keyturn.trouble.check;

import java.util.List;
import java.util.Optional;
import keyturn.plan.flow.FlowName;
import keyturn.plan.next.HandRepair;
import keyturn.trouble.RootCause;

/**
 * What repairs a cause on this server.
 *
 * @param flow that plans it; empty: none does
 * @param words what that flow is told besides the server, as the command line has it
 * @param byHand statements, in order; none where a plan does all of it
 */
public record OfferedRepair(RootCause cause, Optional<FlowName> flow, List<String> words, List<HandRepair> byHand) {

    public OfferedRepair {
        words = List.copyOf(words);
        byHand = List.copyOf(byHand);
    }

    static OfferedRepair byFlow(RootCause cause, String flow, List<String> words) {
        return new OfferedRepair(cause, Optional.of(new FlowName(flow)), words, List.of());
    }

    static OfferedRepair byHand(RootCause cause, List<HandRepair> statements) {
        return new OfferedRepair(cause, Optional.empty(), List.of(), statements);
    }
}
