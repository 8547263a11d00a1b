package keyturn.ui.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.azure.KeyRight;
import keyturn.evidence.Bundle;
import keyturn.evidence.Bundle.BundleFile;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.script.Script;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.wizard.Draft.Rendered;
import org.junit.jupiter.api.Test;

/** What goes onto the clipboard is what the writers give, to the last byte. */
final class CopiedTextTest {

    private static final Plan PLAN =
            new SeenRotation().create().allowed(KeyRight.values()).plan();
    private static final Rendered RENDERED = new Rendered(PLAN, Scripts.of(PLAN));
    private static final Map<String, String> BUNDLE = Bundle.of(PLAN, RENDERED.scripts()).files().stream()
            .collect(Collectors.toMap(BundleFile::name, BundleFile::text));

    @Test
    void allStepsAreTheFilesOfTheTicket() {
        assertEquals(BUNDLE.get("forward.sql"), CopiedText.all(RENDERED, CopyForm.SQLCMD));
        assertEquals(BUNDLE.get("change.md"), CopiedText.all(RENDERED, CopyForm.MARKDOWN));
        assertEquals(SavedScript.of(RENDERED, ScriptTab.POWERSHELL), CopiedText.all(RENDERED, CopyForm.POWERSHELL));
    }

    @Test
    void oneStepIsItsActAndItsFile() {
        for (StepScript script : RENDERED.scripts().steps()) {
            assertEquals(
                    Optional.of(script.act().shownAsTSql()), CopiedText.step(RENDERED, script.id(), CopyForm.TSQL));
            assertEquals(Optional.of(script.powershell()), CopiedText.step(RENDERED, script.id(), CopyForm.POWERSHELL));
            Optional<String> file = CopiedText.step(RENDERED, script.id(), CopyForm.SQLCMD);
            assertEquals(script.act().isSql(), file.isPresent());
            file.ifPresent(text -> assertTrue(BUNDLE.containsValue(text), text));
            String markdown =
                    CopiedText.step(RENDERED, script.id(), CopyForm.MARKDOWN).orElseThrow();
            assertTrue(markdown.startsWith("### "), markdown);
            script.act().shownAsTSql().lines().forEach(line -> assertTrue(markdown.contains("    " + line), markdown));
        }
        assertTrue(RENDERED.scripts().steps().stream()
                .anyMatch(script -> !script.act().isSql()));
    }

    @Test
    void aSecretIsAPlaceholderInEveryForm() {
        for (CopyForm form : CopyForm.values()) {
            assertTrue(CopiedText.all(RENDERED, form).contains(Script.secretName(1)), form.name());
        }
    }

    @Test
    void eachLanguageSaysTheTitleOfAStepOnce() {
        for (Language language : Language.values()) {
            List<ScriptLine> lines = ScriptText.of(PLAN, RENDERED.scripts(), language);
            for (Step step : PLAN.steps()) {
                String title = StepWords.title(step);
                long said = lines.stream()
                        .filter(line -> line.step().equals(step.id()))
                        .filter(line -> line.text().endsWith(title))
                        .count();
                assertEquals(1, said, language + ": " + title);
            }
        }
        assertFalse(PLAN.steps().isEmpty());
    }
}
