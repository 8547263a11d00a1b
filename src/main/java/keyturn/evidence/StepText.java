package keyturn.evidence;

import keyturn.domain.Message;
import keyturn.plan.words.StepWords;
import keyturn.script.Scripts.StepScript;

/** One step as Markdown: what it does, why, and what is sent. */
final class StepText {

    private StepText() {}

    static String of(StepScript script) {
        StepWords words = StepWords.of(script.step());
        StringBuilder text = new StringBuilder();
        String title = Message.of(
                        "evidence.step.title", script.id(), words.title().text())
                .text();
        ChangeText.paragraph(text, "### ", "### ", title);
        text.append('\n');
        ChangeText.paragraph(text, "", "", words.why().text());
        ChangeText.code(text, script.act().shownAsTSql());
        return text.toString();
    }
}
