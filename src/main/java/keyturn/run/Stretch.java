package keyturn.run;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Step;
import keyturn.run.journal.BackOutFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.RunFolder;
import keyturn.run.journal.RunRecord.Part;
import keyturn.script.ApprovedPlan;

/**
 * What a runner goes through from one start of the program to its end: a run from its beginning, one that goes on, a back-out.
 *
 * @param begun steps of this plan whose acts may have been performed before
 * @param files looked at besides those that the plan relies on
 */
record Stretch(
        String runId,
        ApprovedPlan approved,
        List<Step> begun,
        List<DllPath> files,
        Intent intent,
        Fit fit,
        Opening opening) {

    /** What is put down as soon as the lock is had, before anything else. */
    interface Intent {

        /** Nothing. */
        Intent NONE = new Intent() {
            @Override
            public void declare() {}

            @Override
            public Optional<Problem> withdraw(String why) {
                return Optional.empty();
            }
        };

        /** @throws Problem.Raised if it cannot be written; then nothing begins */
        void declare() throws Problem.Raised;

        /**
         * It did not come to a first act.
         *
         * @return why it stays as it is, where that cannot be put down
         */
        Optional<Problem> withdraw(String why);
    }

    /** Whether it may begin, beyond what the plan's own facts say. */
    @FunctionalInterface
    interface Fit {
        Optional<Problem> misfit(Inspection before);
    }

    /** Writes what must be on the disk before the first act. */
    @FunctionalInterface
    interface Opening {
        Opened open(Inspection before) throws Problem.Raised;
    }

    /** A journal with its first new line written. */
    record Opened(RunFolder folder, Part part, BackOutFiles backOut, Journal journal) {}
}
