package keyturn.plan;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowPart;

/** The flows of this version, as the list of parts has them; see {@link FlowPart}. */
public final class Flows {

    private static final List<Flow> ALL = parts(Flow.class);

    private Flows() {}

    /** In the order in which they are offered. */
    public static List<Flow> all() {
        return ALL;
    }

    public static Optional<Flow> named(String name) {
        return ALL.stream().filter(flow -> flow.name().value().equals(name)).findFirst();
    }

    /** What one room contributes, in the order of the flows; parts of other rooms are not made. */
    public static <P extends FlowPart> List<P> parts(Class<P> kind) {
        return ServiceLoader.load(FlowPart.class, FlowPart.class.getClassLoader()).stream()
                .filter(part -> kind.isAssignableFrom(part.type()))
                .map(part -> kind.cast(part.get()))
                .toList();
    }
}
