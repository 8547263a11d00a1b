package keyturn.ui.wizard;

import java.util.Optional;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Preflight;
import keyturn.plan.flow.Choices;
import keyturn.script.Scripts;

/**
 * What came of a choice.
 *
 * @param scripts there where there is a plan
 */
public record Planned(Choices choices, PlanOutcome outcome, Preflight preflight, Optional<Scripts> scripts) {}
