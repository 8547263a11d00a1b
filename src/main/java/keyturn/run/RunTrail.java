package keyturn.run;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.script.ApprovedPlan;

/**
 * What a begun run leaves for its evidence.
 *
 * @param runId sortable by time, unlike any other run's
 * @param folder holds {@code plan.json}, {@code journal.jsonl}, {@code backout.sql}
 * @param before the look right before the first act
 * @param seen what the run itself saw, for later looks
 * @param after the look on a new connection at the end; empty where none could be had
 */
public record RunTrail(
        String runId,
        Path folder,
        ApprovedPlan approved,
        Inspection before,
        RunSeen seen,
        Optional<Inspection> after) {}
