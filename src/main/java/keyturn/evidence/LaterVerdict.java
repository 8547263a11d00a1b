package keyturn.evidence;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Retention;
import keyturn.domain.Target;
import keyturn.plan.Plan;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verifier;
import keyturn.run.resume.FiledLook;
import keyturn.run.resume.LaterLook;

/** Looks again at what a filed run left, as after a restart, and adds the verdicts to the same evidence. Reads only. */
public final class LaterVerdict {

    private final LaterLook looks;
    private final EvidenceWriter writer;
    private final Clock clock;

    public LaterVerdict(LaterLook looks, EvidenceWriter writer, Clock clock) {
        this.looks = looks;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * @param retirement of the key that the plan replaced, where it replaced one
     * @param filed whether the verdicts are beside the run's evidence
     */
    public record Filed(Plan plan, Verification verification, Optional<Retirement> retirement, FiledLook filed) {}

    /**
     * @param folder of the run
     * @param retention how long backups are kept, where the DBA has stated it
     * @throws Problem.Raised as {@link FiledRun#of} and {@link LaterLook#look}
     */
    public Filed of(Path folder, Target target, Optional<Retention> retention) throws Problem.Raised {
        FiledRun run = FiledRun.of(folder);
        LaterLook.Seen seen = looks.look(run.plan(), target);
        Verification verification = Verifier.verify(run.plan(), seen.inspection(), run.seen(), seen.errors());
        Optional<Retirement> retirement = Retirement.of(run.plan(), seen.inspection(), seen.traces(), retention);
        FiledLook filed = writer.write(run, verification, retirement, seen.inspection(), clock);
        return new Filed(run.plan(), verification, retirement, filed);
    }
}
