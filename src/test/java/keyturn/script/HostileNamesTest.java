package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import keyturn.tools.BesideOthers;
import keyturn.tools.ScriptCheck;
import keyturn.tools.ScriptCheck.Statement;
import keyturn.tools.SkipWithoutScriptCheck;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Hostile names stay names: Microsoft's own parsers, asked what they understood, name the statements meant, with exactly
 * these names as one identifier or one literal each.
 */
@AddLifecycleHook(SkipWithoutScriptCheck.class)
@BesideOthers
final class HostileNamesTest {

    private static Optional<ScriptCheck> running = Optional.empty();
    private static int stringsOfHead;

    @BeforeContainer
    static void startParsers() {
        running = Optional.of(ScriptCheck.start());
        stringsOfHead = parsers().powershell(Scripts.powershellHead()).strings().size();
    }

    @AfterContainer
    static void stopParsers() throws IOException {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    @Property(tries = 300)
    void everyNameStaysOneNameForBothParsers(
            @ForAll("names") String provider,
            @ForAll("names") String database,
            @ForAll("names") String second,
            @ForAll("paths") DllPath path)
            throws Problem.Raised {
        Assume.that(!database.equals(second));
        Plan plan = plan(provider, database, second, path);
        Scripts scripts = Scripts.of(plan);
        List<String> acts = ScriptsTest.acts(scripts);

        assertUnderstood(new Statement("BackupTransactionLog", List.of(database), test(1)), acts.get(0));
        assertUnderstood(new Statement("BackupDatabase", List.of(second), test(2)), acts.get(1));
        assertUnderstood(
                new Statement("AlterCryptographicProvider", List.of(provider), List.of(path.value())), acts.get(2));
        assertUnderstood(new Statement("AlterCryptographicProvider", List.of(provider), List.of()), acts.get(3));
        assertReads(provider, acts.get(4));
        assertUnderstood(new Statement("BackupTransactionLog", List.of(database), test(6)), acts.get(5));
        assertUnderstood(new Statement("BackupDatabase", List.of(second), test(7)), acts.get(6));
        for (Scripts.StepScript step : scripts.steps()) {
            assertSendsTheAct(step);
        }
        assertEquals(new SavedPlan(plan, scripts), PlanFile.read(PlanFile.write(plan, scripts), "plan.json"));
    }

    /** The literals of a test: where it goes, and what it is called. */
    private static List<String> test(int step) {
        return List.of("NUL", "Keyturn test of the key, step " + step);
    }

    private static Plan plan(String provider, String database, String second, DllPath path) {
        var world = new SeenWorld()
                .providerName(provider)
                .databases(SeenWorld.encrypted(5, database), SeenWorld.simple(6, second));
        var choices = new UpgradeChoices(
                new ProviderName(provider), path, NewBuild.stated(FileVersion.parse("15.0.2000.440")), Assurances.NONE);
        return switch (Planner.plan(Estate.of(world.inspection()), choices, SeenWorld.NOW)) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
            case PlanOutcome.NothingToDo nothing -> throw new AssertionError(nothing.why());
        };
    }

    private static void assertUnderstood(Statement meant, String act) {
        ScriptCheck.Answer answer = parsers().batch(act);
        assertEquals(List.of(), answer.findings(), act);
        List<Statement> understood = ScriptCheck.statements(answer);
        assertEquals(1, understood.size(), act);
        assertEquals(sorted(meant), sorted(understood.getFirst()), act);
    }

    private static void assertReads(String provider, String act) {
        ScriptCheck.Answer answer = parsers().batch(act);
        assertEquals(List.of(), answer.findings(), act);
        List<Statement> understood = ScriptCheck.statements(answer);
        assertEquals(
                List.of("Select", "Select"),
                understood.stream().map(Statement::type).toList());
        assertEquals(List.of(provider), understood.getFirst().literals());
        assertEquals(List.of("%EKM%.dll"), understood.getLast().literals());
    }

    /** The strings of the step's own call, joined as its function joins them, are the act byte for byte. */
    private static void assertSendsTheAct(Scripts.StepScript step) {
        String text = Scripts.powershellHead() + "\n\n" + step.powershell() + "\n";
        ScriptCheck.Answer answer = parsers().powershell(text);
        assertEquals(List.of(), answer.findings(), text);
        List<String> all = answer.strings();
        assertEquals(ScriptsTest.act(step), String.join("\n", all.subList(stringsOfHead, all.size())));
    }

    private static ScriptCheck parsers() {
        return running.orElseThrow();
    }

    private static Statement sorted(Statement statement) {
        return new Statement(statement.type(), sorted(statement.identifiers()), sorted(statement.literals()));
    }

    private static List<String> sorted(List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        return sorted;
    }

    @Provide
    Arbitrary<String> names() {
        return pieces().list()
                .ofMinSize(1)
                .ofMaxSize(24)
                .map(HostileNamesTest::joined)
                .filter(OneLine::holds);
    }

    @Provide
    Arbitrary<DllPath> paths() {
        Arbitrary<String> segment = pieces().list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> joined(parts).replaceAll("[<>\"|?*/\\\\:]", "_"));
        return segment.filter(OneLine::holds).map(folder -> new DllPath("D:\\a" + folder + "z\\EKM.dll"));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "]", "]]", "[", "'", "''", "\"", "$(", "$(x)", "${x}", "$x", ";", "`", "`n", "--", "/*", "*/",
                        "‘", "’", "‚", "‛", "“", "”", "„", "@(", ")", "#", "GO", "\u202E", "\u200F", "אב", "ß", "😀",
                        "\u00A0", " ", "%", "{0}", "{", "\\", "&", "|", "<#", "#>", "'@", "@'", "DROP", ",", ":r",
                        "!!"),
                Arbitraries.strings().ofLength(1),
                Arbitraries.strings().alpha().ofLength(100));
    }

    /** At most 128 characters, no surrogate pair cut in two. */
    private static String joined(List<String> pieces) {
        String all = String.join("", pieces);
        if (all.length() <= 128) {
            return all;
        }
        return Character.isHighSurrogate(all.charAt(127)) ? all.substring(0, 127) : all.substring(0, 128);
    }
}
