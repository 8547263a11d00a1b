package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.InvalidValue;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.script.powershell.PowerShell;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public final class ScriptsTest {

    private final Plan plan = new SeenWorld().plan();
    private final Scripts scripts = Scripts.of(plan);

    @Test
    void theActsAreThese() throws IOException {
        assertEquals(golden("upgrade.sql"), String.join("\n\n", acts(scripts)) + "\n");
    }

    @Test
    void thePowerShellStepsAreThese() throws IOException {
        assertEquals(golden("upgrade-steps.ps1"), steps(scripts) + "\n");
    }

    @Test
    void theSamePlanGivesTheSameScripts() {
        assertEquals(scripts, Scripts.of(new SeenWorld().plan()));
    }

    @Test
    void anApprovalForAnotherDigestIsRefused() {
        var approval = new Approval("sha256:0", "dba", SeenWorld.NOW, java.util.Optional.empty());

        assertThrows(IllegalArgumentException.class, () -> new ApprovedPlan(plan, scripts, approval));
    }

    @Test
    void microsoftsParsersFindNothing() throws IOException {
        try (ScriptCheck check = ScriptCheck.start()) {
            for (String act : acts(scripts)) {
                assertEquals(List.of(), check.batch(act).findings(), act);
            }
            String whole = Scripts.powershellHead() + "\n\n" + steps(scripts) + "\n";
            assertEquals(List.of(), check.powershell(whole).findings());
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Sales,          [Sales]",
                "a]b,            [a]]b]",
                "]]',            []]]]']",
                "[x],            [[x]]]",
                "a'b,            [a'b]",
                "$(x) `; -- /*,  [$(x) `; -- /*]"
            })
    void aNameIsBracketed(String name, String quoted) {
        assertEquals(quoted, TSql.name(name));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"a, N'a'", "a'b, N'a''b'", "a]’b, N'a]’b'", "'', N''''''"})
    void aLiteralIsQuoted(String text, String quoted) {
        assertEquals(quoted, TSql.literal(text));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"a,         'a'", "a'b,       'a''b'", "‘a’‚b‛,    '‘‘a’’‚‚b‛‛'", "“a” $x `n, '“a” $x `n'"})
    void aPowerShellTextIsVerbatim(String text, String quoted) {
        assertEquals(quoted, PowerShell.literal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "\u0085", "\u2028", "\u2029", "\u007f", "\ud800", "a\u0000"})
    void whatBreaksTheLineIsRefused(String name) {
        assertEquals(
                "script.line-break",
                assertThrows(InvalidValue.class, () -> TSql.name(name))
                        .problem()
                        .code());
        assertEquals(
                "script.line-break",
                assertThrows(InvalidValue.class, () -> TSql.literal(name))
                        .problem()
                        .code());
    }

    static List<String> acts(Scripts scripts) {
        return scripts.steps().stream().map(ScriptsTest::act).toList();
    }

    static String act(Scripts.StepScript step) {
        return step.act().shownAsTSql();
    }

    static String steps(Scripts scripts) {
        return scripts.steps().stream().map(Scripts.StepScript::powershell).collect(Collectors.joining("\n\n"));
    }

    public static String golden(String name) throws IOException {
        try (var file = ScriptsTest.class.getResourceAsStream(name)) {
            return file == null ? "(no file " + name + ")" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
