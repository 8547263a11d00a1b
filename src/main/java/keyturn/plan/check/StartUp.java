package keyturn.plan.check;

import java.util.List;
import keyturn.plan.flow.Confirmation;

/** Whether a restart would succeed, as far as is known. */
public sealed interface StartUp {

    /** All that can be looked at or confirmed has been. */
    record Likely() implements StartUp {}

    /** These have not been confirmed. */
    record CannotTell(List<Confirmation> open) implements StartUp {
        public CannotTell {
            open = List.copyOf(open);
        }
    }

    /** These findings say that it would not. */
    record No(List<Finding> because) implements StartUp {
        public No {
            because = List.copyOf(because);
        }
    }
}
