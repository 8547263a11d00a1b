package keyturn.evidence;

import java.util.List;
import keyturn.evidence.ticket.Change;
import keyturn.evidence.ticket.Change.Kind;
import keyturn.evidence.ticket.Change.Line;
import keyturn.evidence.ticket.Change.Section;

/** A change request as a page: the same words as its text. */
final class ChangePage {

    private ChangePage() {}

    static String of(Change change) {
        var page = new HtmlPage(change.title(), change.practice());
        for (Section section : change.sections()) {
            page.heading(section.heading());
            lines(page, section.lines());
        }
        return page.text();
    }

    private static void lines(HtmlPage page, List<Line> lines) {
        boolean list = false;
        for (Line line : lines) {
            boolean listed = line.kind() == Kind.ITEM || line.kind() == Kind.BELOW;
            if (listed != list) {
                page.tag(listed ? "<ul>" : "</ul>");
                list = listed;
            }
            switch (line.kind()) {
                case TEXT -> page.paragraph(line.text());
                case CODE -> page.lines(line.text());
                case ITEM -> page.element("li", "", line.text());
                case BELOW ->
                    page.tag("<li style=\"list-style: none\">")
                            .element("div", "below", line.text())
                            .tag("</li>");
            }
        }
        if (list) {
            page.tag("</ul>");
        }
    }
}
