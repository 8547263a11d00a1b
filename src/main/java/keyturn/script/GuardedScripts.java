package keyturn.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import keyturn.plan.Plan;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.script.powershell.PowerShellScripts;
import keyturn.script.sqlcmd.SqlcmdScripts;

/**
 * A plan as scripts for anyone who runs it without Keyturn: each step looks before it acts, does nothing where its outcome is
 * there, and stops, naming the fact, where the server is in neither state. The acts stand inside byte for byte as previewed.
 *
 * @param again two that go on where forward.sql or forward.ps1 stopped; none where those go on themselves
 * @param steps each step alone, in the order of the plan
 */
public record GuardedScripts(
        String forwardSql,
        String forwardPowerShell,
        String backoutSql,
        String backoutPowerShell,
        String verifySql,
        List<StepFile> again,
        List<StepFile> steps) {

    private static final int SLUG = 40;

    public GuardedScripts {
        again = List.copyOf(again);
        steps = List.copyOf(steps);
    }

    /** A file of its own; its name is made of letters, digits, hyphens and underscores that every system takes. */
    public record StepFile(String name, String text) {}

    /** Renders; the same plan gives the same bytes everywhere. */
    public static GuardedScripts of(Plan plan, Scripts scripts) {
        var sqlcmd = new SqlcmdScripts(plan, scripts);
        var powershell = new PowerShellScripts(plan, scripts);
        List<StepFile> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            boolean sql = scripts.steps().get(i).act().isSql();
            String name = name(plan.steps().get(i)) + (sql ? ".sql" : ".ps1");
            steps.add(new StepFile(name, sql ? sqlcmd.step(i, name) : powershell.step(i, name)));
        }
        return new GuardedScripts(
                sqlcmd.forward(),
                powershell.forward(),
                sqlcmd.backout(),
                powershell.backout(),
                sqlcmd.verify(),
                again(plan, sqlcmd, powershell),
                steps);
    }

    /** A script that gives credentials another secret cannot see whether it did so before, or somebody else did. */
    private static List<StepFile> again(Plan plan, SqlcmdScripts sqlcmd, PowerShellScripts powershell) {
        boolean replaces = SecretStep.replaced(plan.steps())
                .anyMatch(replace -> replace.since().isPresent());
        return replaces
                ? List.of(new StepFile("again.sql", sqlcmd.again()), new StepFile("again.ps1", powershell.again()))
                : List.of();
    }

    /**
     * The file of one step that is sent to SQL Server, as the bundle has it.
     *
     * @param place of the step in the plan, from 0
     */
    public static String sqlcmdStep(Plan plan, Scripts scripts, int place) {
        return new SqlcmdScripts(plan, scripts).step(place, name(plan.steps().get(place)) + ".sql");
    }

    private static String name(Step step) {
        return "%s-%s-%s"
                .formatted(
                        String.format(Locale.ROOT, "%03d", step.id().number()),
                        slug(step.node().value(), "_"),
                        slug(words(step), "-"));
    }

    /** Its kind, and what it is about. */
    private static String words(Step step) {
        StepWords words = StepWords.of(step);
        String kind = words.kind().replaceAll("(?=[A-Z])", "-");
        return kind + " " + words.title().arguments().stream().findFirst().orElse("");
    }

    private static String slug(String text, String between) {
        String plain = text.replaceAll("[^A-Za-z0-9]+", between).replaceAll("^[-_]+|[-_]+$", "");
        String whole = between.equals("-") ? plain.toLowerCase(Locale.ROOT) : plain;
        return whole.length() <= SLUG ? whole : whole.substring(0, SLUG);
    }
}
