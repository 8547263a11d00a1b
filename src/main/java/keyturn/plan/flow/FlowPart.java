package keyturn.plan.flow;

/**
 * What one room contributes to a flow: the flow itself, its options on the command line, its pages in the window. The parts of
 * all flows are listed in one file, {@code META-INF/services/keyturn.plan.flow.FlowPart}; each has a public constructor without
 * arguments.
 */
public interface FlowPart {

    /** The flow that this is a part of. */
    FlowName name();
}
