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
import keyturn.domain.Sha256;
import keyturn.run.journal.Journal;
import keyturn.script.json.PlanFile;

/**
 * Whether a run's folder, or a bundle's, is as it was written: the sums, the plan's digest, the journal's chain and whose
 * approvals it names, and what the evidence says of all that. Reads only.
 */
public final class EvidenceCheck {

    private static final String PLAN = "plan.json";

    private final Path folder;
    private final List<Problem> wrong = new ArrayList<>();

    private EvidenceCheck(Path folder) {
        this.folder = folder;
    }

    /** Whether there is anything here to check. */
    public static boolean fits(Path folder) {
        return Files.exists(folder.resolve(Journal.FILE)) || Files.exists(folder.resolve(Sums.FILE));
    }

    /** What is wrong, each with its file and, where it has lines, the line; nothing where all is as it was written. */
    public static List<Problem> of(Path folder) {
        var check = new EvidenceCheck(folder);
        boolean run = Files.exists(folder.resolve(Journal.FILE));
        check.attempt(check::sums);
        check.attempt(run ? check::run : check::bundle);
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

    private void sums() throws Problem.Raised {
        for (String name : Sums.names(folder)) {
            if (Sums.isSums(name)) {
                sums(name);
            }
        }
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
        if (!Files.isRegularFile(file)) {
            wrong.add(problem("missing", sum.file(), sums, sum.line()));
        } else if (!Sha256.hex(Sums.content(file)).equals(sum.digest())) {
            wrong.add(problem("sum", sum.file(), sums, sum.line()));
        }
    }

    private void run() throws Problem.Raised {
        wrong.addAll(new RunCheck(folder).wrong());
    }

    /** A bundle's sums name every file, so that none can be slipped in. */
    private void bundle() throws Problem.Raised {
        Set<String> named = new HashSet<>();
        text(Sums.FILE).lines().forEach(line -> Sums.read(0, line).ifPresent(sum -> named.add(sum.file())));
        Sums.names(folder).stream()
                .filter(name -> !Sums.isSums(name) && !named.contains(name))
                .forEach(name -> wrong.add(problem("more", name, Sums.FILE)));
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
