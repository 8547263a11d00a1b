package keyturn.trouble.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.plan.flow.FlowName;
import keyturn.plan.next.HandRepair;
import keyturn.plan.next.MissingKey;
import keyturn.trouble.RootCause;

/**
 * What repairs a cause on this server.
 *
 * @param flow that plans it; empty: none does
 * @param words what that flow is told besides the server, as the command line has it
 * @param byHand statements, in order; none where a plan does all of it
 * @param missing the key that the flow is to register; empty for other repairs, or where nobody knows which
 */
public record OfferedRepair(
        RootCause cause,
        Optional<FlowName> flow,
        List<String> words,
        List<HandRepair> byHand,
        Optional<MissingKey> missing) {

    public OfferedRepair {
        words = List.copyOf(words);
        byHand = List.copyOf(byHand);
    }

    static OfferedRepair byFlow(RootCause cause, String flow, List<String> words) {
        return new OfferedRepair(cause, Optional.of(new FlowName(flow)), words, List.of(), Optional.empty());
    }

    /** @param flow that registers a key again */
    static OfferedRepair registering(RootCause cause, String flow, MissingKey key) {
        List<String> words =
                new ArrayList<>(List.of("--thumbprint", key.thumbprint().toString()));
        if (!key.waiting().isEmpty()) {
            words.add("--open");
            key.waiting().forEach(name -> words.add(name.value()));
        }
        return new OfferedRepair(cause, Optional.of(new FlowName(flow)), words, List.of(), Optional.of(key));
    }

    static OfferedRepair byHand(RootCause cause, List<HandRepair> statements) {
        return new OfferedRepair(cause, Optional.empty(), List.of(), statements, Optional.empty());
    }
}
