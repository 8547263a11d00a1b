package keyturn.ui.verify;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.StepVerdict;
import keyturn.ui.parts.Words;

/**
 * How many steps are confirmed.
 *
 * @param wrong not confirmed
 */
record VerdictCounts(int confirmed, int wrong, int unknown) {

    static VerdictCounts of(Verification seen) {
        return of(seen.verdicts());
    }

    static VerdictCounts of(List<StepVerdict> verdicts) {
        int confirmed = 0;
        int wrong = 0;
        int unknown = 0;
        for (StepVerdict one : verdicts) {
            switch (one.verdict()) {
                case Verification.Met met -> confirmed++;
                case Verification.NotMet not -> wrong++;
                case Verification.CannotTell unsure -> unknown++;
            }
        }
        return new VerdictCounts(confirmed, wrong, unknown);
    }

    int all() {
        return confirmed + wrong + unknown;
    }

    String words() {
        if (wrong + unknown == 0) {
            return Words.of("verify.counts.all");
        }
        return Stream.of(
                        wrong == 0 ? "" : Words.of("verify.counts.wrong", wrong),
                        unknown == 0 ? "" : Words.of("verify.counts.unknown", unknown))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
