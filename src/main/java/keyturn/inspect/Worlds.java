package keyturn.inspect;

import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.Target;

/** Practice worlds: what window and command line may ask for, without knowing the range. */
public interface Worlds {

    List<Scenario> scenarios();

    /** @throws Problem.Raised if the scenario or a fault is unknown or does not start */
    World start(String scenario, List<String> faults) throws Problem.Raised;

    /** A scenario and one line about it. */
    record Scenario(String name, String about) {}

    /** A running world. */
    interface World extends AutoCloseable {

        Target target();

        String scenario();

        @Override
        void close();
    }
}
