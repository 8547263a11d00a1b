package keyturn.conform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.flow.FlowName;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import org.junit.jupiter.api.Named;

/**
 * What the suite of all flows must know of one flow and cannot derive from it. Found by {@link ServiceLoader}: a new flow adds
 * its fixture to the list in {@code META-INF/services}, and the suite does the rest.
 */
public interface FlowFixture {

    /** In the order of the list. */
    static List<FlowFixture> all() {
        return ServiceLoader.load(FlowFixture.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The same, each under the name of its flow, for tests that have one case for each. */
    static Stream<Named<FlowFixture>> named() {
        return all().stream().map(fixture -> Named.of(fixture.title(), fixture));
    }

    FlowName flow();

    /** Its flow; of a lane that differs from the usual one, a name of its own. */
    default String title() {
        return flow().value();
    }

    /** The lane by which the flow goes unless another one is chosen. */
    default boolean isUsual() {
        return title().equals(flow().value());
    }

    /** A world of the range in which every step of the plan sends its act. */
    String scenario();

    /** Prepares vaults and directory of that world, once it runs. */
    default void prepare(Outsider outside) {}

    /**
     * What is chosen: the words of {@code keyturn plan FLOW} beside the target and the file.
     *
     * @param folder for files that the plan writes
     */
    List<Object> choices(Path folder);

    /** Words of {@code resume} that hand in again the secret which an interrupted run made and kept to itself. */
    default List<Object> secretAgain(Range range, Path folder) throws IOException {
        return List.of();
    }

    /** The first step that changes how databases reach their keys; the usual tests kill the program there. */
    Step decisive(Plan plan);

    /** A run that changed the server can be backed out. */
    default boolean leadsBack() {
        return true;
    }

    /**
     * Why what a run made stays, where it may be needed by now though no plan of its own protected a database with it.
     *
     * @return the code of the problem by which a back-out is refused, or that its plan would be told for what stays
     */
    default Optional<String> kept(Inspection before, Inspection seen) {
        return Optional.empty();
    }

    /** The verdict of a run that came to its end. */
    Overall verdict();

    /** Fails unless what the run makes or changes, at every door, is there once. */
    void assertDoneOnce(Range range, Outsider outside);

    /** Worlds, and what is chosen there, in which everything is done at the server: there T-SQL alone leads to the end. */
    List<AtServer> atServer();

    /**
     * One of these worlds.
     *
     * @param choices as {@link #choices}
     */
    record AtServer(String scenario, List<Object> choices) {}

    /** A batch that fails in these worlds unless what is done again by no second script was done once. */
    default Optional<String> onceByScript() {
        return Optional.empty();
    }

    /** A plan made from facts that never change, whose scripts a person reads. */
    Plan readablePlan();

    /** From the overview to the end of the page on which one chooses. */
    void choose(Keyboard keyboard);

    /** What the tour tells besides its chapters. */
    List<String> tourTells();

    /** Somebody at the window who has no mouse. */
    interface Keyboard {

        /** Goes to the control with this id, key by key, and presses it. */
        void press(String id);

        /** Goes there likewise, and types. */
        void type(String id, String text);
    }
}
