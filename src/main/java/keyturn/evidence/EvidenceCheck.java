package keyturn.evidence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.Journal;
import keyturn.script.json.PlanFile;

/**
 * Whether a run's folder, or a bundle's, is as it was written: the sums, the plan's digest, the journal's chain and what it
 * binds, whose approvals it names, and what the evidence says of all that. Reads only.
 */
public final class EvidenceCheck {

    private static final String PLAN = "plan.json";

    private final Path folder;
    private final Optional<String> hash;
    private final List<Problem> wrong = new ArrayList<>();

    private EvidenceCheck(Path folder, Optional<String> hash) {
        this.folder = folder;
        this.hash = hash;
    }

    /** Whether there is anything here to check. */
    public static boolean fits(Path folder) {
        return Files.exists(folder.resolve(Sums.FILE)) || isRun(folder);
    }

    /** What only a run leaves is here, with or without its journal. */
    private static boolean isRun(Path folder) {
        try {
            return Sums.names(folder).stream().anyMatch(EvidenceFiles::isOfRun);
        } catch (Problem.Raised unreadable) {
            return false;
        }
    }

    /** Without a hash that was kept elsewhere: whoever made a change and all hashes anew is not found. */
    public static List<Problem> of(Path folder) {
        return of(folder, Optional.empty());
    }

    /**
     * What is wrong, each with its file and, where it has lines, the line; nothing where all is as it was written.
     *
     * @param hash the final hash of the run, as its ticket has it
     */
    public static List<Problem> of(Path folder, Optional<String> hash) {
        var check = new EvidenceCheck(folder, hash);
        check.attempt(check::sums);
        if (!isRun(folder)) {
            check.attempt(check::bundle);
        } else if (OrdinaryFile.isThere(folder.resolve(Journal.FILE))) {
            check.attempt(check::run);
        } else {
            check.wrong.add(problem("noJournal", Journal.FILE));
        }
        return List.copyOf(check.wrong);
    }

    /** A look that may find a file unreadable. */
    @FunctionalInterface
    private interface Look {
        void look() throws Problem.Raised;
    }

    private void attempt(Look look) {
        try {
            look.look();
        } catch (Problem.Raised found) {
            wrong.add(found.problem());
        }
    }

    /** They name every file that does not grow, so that none can be slipped in or taken away. */
    private void sums() throws Problem.Raised {
        if (!Files.exists(folder.resolve(Sums.FILE))) {
            wrong.add(problem("noSums", Sums.FILE));
            return;
        }
        Sums.others(folder).forEach(name -> wrong.add(problem("notAFile", name)));
        Set<String> named = sums(Sums.FILE);
        Sums.names(folder).stream()
                .filter(name -> !name.equals(Sums.FILE) && !Sealing.GROWING.contains(name) && !named.contains(name))
                .forEach(name -> wrong.add(problem("more", name, Sums.FILE)));
    }

    /** @return the files that have a sum there */
    private Set<String> sums(String file) throws Problem.Raised {
        Set<String> named = new HashSet<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            Optional<Sums.Sum> sum = Sums.read(number, line);
            if (sum.isPresent()) {
                named.add(sum.get().file());
                sum(file, sum.get());
            } else {
                wrong.add(problem("sums", file, number));
            }
        }
        return named;
    }

    private void sum(String sums, Sums.Sum sum) throws Problem.Raised {
        Path file = folder.resolve(sum.file());
        if (!OrdinaryFile.isItself(file)) {
            wrong.add(problem("missing", sum.file(), sums, sum.line()));
        } else if (!Sums.digest(file).equals("sha256:" + sum.digest())) {
            wrong.add(problem("sum", sum.file(), sums, sum.line()));
        }
    }

    private void run() throws Problem.Raised {
        attempt(() -> wrong.addAll(BoundCheck.of(folder, hash)));
        wrong.addAll(new RunCheck(folder).wrong());
    }

    private void bundle() throws Problem.Raised {
        PlanFile.read(text(PLAN), PLAN);
    }

    private String text(String name) throws Problem.Raised {
        return new String(Sums.content(folder.resolve(name)), StandardCharsets.UTF_8);
    }

    static Problem problem(String rule, Object... arguments) {
        return new Problem(
                "evidence.check." + rule,
                Message.of("evidence.check." + rule, arguments),
                Optional.empty(),
                Message.of("evidence.check.next"));
    }
}
