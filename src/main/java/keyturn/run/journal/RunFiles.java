package keyturn.run.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.plan.Plan;
import keyturn.run.files.DurableFile;
import keyturn.run.files.OrdinaryFile;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;

/** The plans in a run's folder: the one that the run began with, and back-outs that somebody has had written. */
public final class RunFiles {

    /** The name of the file that holds the plan which the run began with. */
    public static final String PLAN = "plan.json";

    private static final String APPROVAL = "approval.json";

    private RunFiles() {}

    /** A plan and the file that has it. */
    public record Planned(Path file, SavedPlan saved) {

        public Plan plan() {
            return saved.plan();
        }

        /** The acts as the file has them. */
        public Scripts scripts() {
            return saved.scripts();
        }

        /** With who approved it, from the file beside. */
        RunRecord.Part part(List<JournalEntry> lines) throws Problem.Raised {
            Path beside = approvalOf(file, lines);
            try {
                String text = OrdinaryFile.text(beside);
                if (!isBound(beside, text, lines)) {
                    throw raised("approval", beside);
                }
                ApprovalFile said = ApprovalFile.read(text);
                if (!said.approval().digest().equals(saved.digest())) {
                    throw raised("approval", beside);
                }
                return said.part(new ApprovedPlan(saved.plan(), saved.scripts(), said.approval()), lines);
            } catch (IOException unreadable) {
                throw raised("approval", beside);
            }
        }
    }

    /** {@code approval.json}, {@code backout-approval-1.json} … */
    public static Path approvalOf(Path plan) {
        String name = String.valueOf(plan.getFileName());
        return plan.resolveSibling(name.equals(PLAN) ? APPROVAL : name.replace("-plan-", "-approval-"));
    }

    /** The name under which the next approval of a plan is filed: one that was filed before stays. */
    public static Path nextApproval(Path plan) {
        Path file = approvalOf(plan);
        for (int again = 2; Files.exists(file); again++) {
            file = approvalOf(plan, again);
        }
        return file;
    }

    private static Path approvalOf(Path plan, int again) {
        return plan.resolveSibling(
                String.valueOf(approvalOf(plan).getFileName()).replace(".json", "-again-" + again + ".json"));
    }

    /** The approval that the journal names last for this plan. */
    private static Path approvalOf(Path plan, List<JournalEntry> lines) {
        String first = String.valueOf(approvalOf(plan).getFileName()).replace(".json", "");
        return lines.reversed().stream()
                .filter(JournalEntry::namesPlan)
                .flatMap(line -> line.files().digests().keySet().stream())
                .filter(name -> name.matches(first + "(-again-\\d+)?\\.json"))
                .findFirst()
                .map(plan::resolveSibling)
                .orElseGet(() -> approvalOf(plan));
    }

    /** A line that names the plan holds the digest of its approval. */
    private static boolean isBound(Path file, String text, List<JournalEntry> lines) {
        Optional<String> digest = Optional.of(Sha256.of(text));
        return lines.stream()
                .filter(JournalEntry::namesPlan)
                .anyMatch(line ->
                        line.files().digest(String.valueOf(file.getFileName())).equals(digest));
    }

    public static Path backOut(Path folder, int number) {
        return folder.resolve("backout-plan-" + number + ".json");
    }

    /** The run's own plan first. */
    static List<Planned> plans(Path folder) throws Problem.Raised {
        List<Planned> plans = new ArrayList<>();
        plans.add(plan(folder.resolve(PLAN)));
        for (int number = 1; Files.exists(backOut(folder, number)); number++) {
            plans.add(plan(backOut(folder, number)));
        }
        return plans;
    }

    private static Planned plan(Path file) throws Problem.Raised {
        try {
            return new Planned(file, PlanFile.read(file));
        } catch (IOException unreadable) {
            throw raised("unreadable", file);
        }
    }

    /** Writes a back-out beside the run's plan, under the next number that is free. */
    public static Planned write(Path folder, Plan plan) throws Problem.Raised {
        int number = 1;
        while (Files.exists(backOut(folder, number))) {
            number++;
        }
        Path file = backOut(folder, number);
        Scripts scripts = Scripts.of(plan);
        try {
            DurableFile.writeNew(file, PlanFile.write(plan, scripts));
            return new Planned(file, new SavedPlan(plan, scripts));
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
        }
    }

    /** The back-out with this digest, if it was written. */
    public static Optional<Planned> backOut(Path folder, String digest) throws Problem.Raised {
        return plans(folder).stream()
                .skip(1)
                .filter(planned -> planned.saved().digest().equals(digest))
                .findFirst();
    }

    /** @param rule {@code unreadable}, {@code begin}, {@code plan}, {@code approval} */
    public static Problem.Raised raised(String rule, Path file) {
        return new Problem.Raised(new Problem(
                "filed." + rule,
                Message.of("run.filed." + rule, file),
                Optional.empty(),
                Message.of("run.filed.next")));
    }
}
