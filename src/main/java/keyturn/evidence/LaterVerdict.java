package keyturn.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.Plan;
import keyturn.plan.Verification;
import keyturn.plan.Verifier;
import keyturn.run.LaterLook;
import keyturn.script.PlanFile;
import keyturn.script.Scripts;

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

    /** @param file with the verdicts, beside the run's evidence */
    public record Filed(Plan plan, Verification verification, Path file) {}

    /**
     * @param folder of the run
     * @throws Problem.Raised if the folder is not as the run left it, the target cannot be opened or is another server, or
     *     the verdicts cannot be written
     */
    public Filed of(Path folder, Target target) throws Problem.Raised {
        Plan plan = plan(folder.resolve("plan.json"));
        FiledRun run = FiledRun.of(folder, Scripts.of(plan).digest());
        LaterLook.Seen seen = looks.look(plan, target);
        Verification verification = Verifier.verify(plan, seen.inspection(), run.seen(plan), seen.errors());
        return new Filed(plan, verification, writer.write(run, verification, seen.inspection(), clock));
    }

    private static Plan plan(Path file) throws Problem.Raised {
        try {
            return PlanFile.read(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new Problem.Raised(new Problem(
                    "filed.unreadable",
                    Message.of("evidence.filed.unreadable", file),
                    Optional.of(String.valueOf(unreadable)),
                    Message.of("evidence.filed.next")));
        }
    }
}
