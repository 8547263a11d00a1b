package keyturn.cli.flow;

import keyturn.cli.Ended;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.FlowPart;

/**
 * What one flow's subcommand of {@code plan} takes besides what all of them take: an object with picocli's annotations, made
 * anew for each command line. One without options of its own is annotated with {@code @Command}.
 */
public interface FlowOptions extends FlowPart {

    /** None of them was given. */
    boolean isEmpty();

    /** What is wrong by itself, or missing, is said before anybody connects. */
    void check() throws Ended;

    /** As told; what was not told is taken where the inspection offers exactly one. */
    Choices choices(Offered offered) throws Ended;

    /** The practice scenario of a tour where nobody names one. */
    default String tourScenario() {
        return "healthy";
    }

    /** What a tour takes where nobody is asked. */
    Choices tour(Offered offered) throws Ended;
}
