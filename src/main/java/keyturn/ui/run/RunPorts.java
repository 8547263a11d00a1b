package keyturn.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.ui.wizard.Bundling;
import keyturn.ui.wizard.Filing;

/**
 * What the run page calls.
 *
 * @param completed files the evidence of a run that came to its end
 * @param filing of a run that stopped
 * @param bundling hands over what is left of a run that stopped
 * @param folder where each new run makes its own
 * @param preview shows the way back that the draft now holds
 * @param replan makes the plan anew from a fresh look, with the same choices
 */
public record RunPorts(
        RunPort conduct,
        Filing<RunResult.Completed> completed,
        Filing<RunResult.Stopped> filing,
        Bundling bundling,
        Supplier<Path> folder,
        Supplier<Optional<Path>> backoutCopy,
        Runnable preview,
        BiConsumer<Plan, Consumer<Problem>> replan) {}
