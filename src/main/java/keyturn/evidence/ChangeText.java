package keyturn.evidence;

import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.evidence.ticket.Change;
import keyturn.evidence.ticket.Change.Line;
import keyturn.evidence.ticket.Change.Section;
import keyturn.plan.words.StepWords;
import keyturn.script.Scripts.StepScript;

/** A change request as plain text that is Markdown too, in lines that fit the field of a ticket. */
final class ChangeText {

    private static final int WIDTH = 98;

    private ChangeText() {}

    static String of(Change change) {
        StringBuilder text = new StringBuilder();
        paragraph(text, "# ", "# ", change.title());
        if (change.practice()) {
            paragraph(text, "", "", HtmlPage.practice());
        }
        for (Section section : change.sections()) {
            text.append('\n');
            paragraph(text, "## ", "## ", section.heading());
            text.append('\n');
            section.lines().forEach(line -> line(text, line));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Line line) {
        switch (line.kind()) {
            case TEXT -> paragraph(text, "", "", line.text());
            case ITEM -> paragraph(text, "- ", "  ", line.text());
            case BELOW -> paragraph(text, "  ", "  ", line.text());
            case CODE -> code(text, line.text());
        }
    }

    /** Indented, which Markdown shows as it stands whatever is in it; never broken, so that it can be copied. */
    static void code(StringBuilder text, String code) {
        text.append('\n');
        code.lines()
                .forEach(line -> text.append("    ").append(OneLine.shown(line)).append('\n'));
    }

    /** Broken between words; a word that is longer than a line stays whole, so that a name can be copied. */
    static void paragraph(StringBuilder text, String first, String others, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : plain(words).split(" ")) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(others);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }

    /** A reader of Markdown makes neither a tag nor a link of a name. */
    private static String plain(String words) {
        return OneLine.shown(words).replace("<", "\\<").replace("](", "]\\(");
    }

    /** One step as Markdown: what it does, why, and what is sent. */
    static String ofStep(StepScript script) {
        StepWords words = StepWords.of(script.step());
        StringBuilder text = new StringBuilder();
        String title = Message.of(
                        "evidence.step.title", script.id(), words.title().text())
                .text();
        paragraph(text, "### ", "### ", title);
        text.append('\n');
        paragraph(text, "", "", words.why().text());
        code(text, script.act().shownAsTSql());
        return text.toString();
    }
}
