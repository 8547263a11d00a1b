package keyturn.evidence;

import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.OneLine;

/** A page of HTML that needs nothing but itself, light and printable; all text that goes in is escaped. */
final class HtmlPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            body { font: 15px/1.5 "Segoe UI", Arial, sans-serif; color: #1f2328; background: #fff; max-width: 60em; margin: 2em auto; padding: 0 1.5em; }
            h1 { font-size: 1.5em; line-height: 1.3; border-bottom: 2px solid #1f6feb; padding-bottom: .3em; }
            h2 { font-size: 1.15em; margin: 1.6em 0 .4em; break-after: avoid; }
            h3 { font-size: 1em; margin: 1.2em 0 .2em; break-after: avoid; }
            p, li { overflow-wrap: anywhere; }
            td, th { overflow-wrap: break-word; }
            pre { background: #f6f8fa; border: 1px solid #d0d7de; padding: .6em .8em; white-space: pre-wrap; overflow-wrap: anywhere; }
            .below { color: #57606a; margin: 0 0 .4em; }
            .verdict { font-size: 1.6em; font-weight: 700; line-height: 1.3; margin: .6em 0 .2em; border-left: .3em solid; padding: .5em .7em; background: #f6f8fa; }
            .when { color: #57606a; margin: 0 0 .4em; }
            .practice { background: #fff3c4; border: 1px solid #d4a72c; padding: .4em .8em; font-weight: 600; }
            table { border-collapse: collapse; width: 100%; margin: .6em 0; }
            table.set { table-layout: fixed; }
            th, td { border: 1px solid #d0d7de; padding: .35em .6em; text-align: left; vertical-align: top; }
            th { background: #f6f8fa; }
            tr.moved td { background: #fff8c5; }
            .good { color: #116329; } .care { color: #7d4e00; } .bad { color: #a40e26; }
            @media print { body { margin: 0; max-width: none; font-size: 11px; } h2, tr { break-inside: avoid; } }
            </style>
            </head>
            <body>
            <h1>{title}</h1>
            """;

    private final StringBuilder html = new StringBuilder();

    HtmlPage(String title, boolean practice) {
        html.append(HEAD.replace("{title}", escaped(title)));
        if (practice) {
            html.append("<p class=\"practice\">").append(escaped(practice())).append("</p>\n");
        }
    }

    /** What stands on everything that comes from a practice range. */
    static String practice() {
        return Message.of("evidence.practice").text();
    }

    HtmlPage heading(String text) {
        return element("h2", "", text);
    }

    HtmlPage paragraph(String text) {
        return element("p", "", text);
    }

    /** @param look a class of the page's style, or nothing */
    HtmlPage element(String name, String look, String text) {
        html.append('<').append(name);
        if (!look.isEmpty()) {
            html.append(" class=\"").append(look).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        return this;
    }

    /**
     * Opens a table whose columns keep their width, so that only a word longer than its column is broken.
     *
     * @param widths of the columns in percent
     * @param heads none: a table without a head
     */
    HtmlPage table(List<Integer> widths, String... heads) {
        tag("<table class=\"set\">").tag("<colgroup>");
        widths.forEach(width -> tag("<col style=\"width: " + width + "%\">"));
        tag("</colgroup>");
        if (heads.length > 0) {
            tag("<tr>");
            for (String head : heads) {
                element("th", "", head);
            }
            tag("</tr>");
        }
        return this;
    }

    /** @param look a class of the page's style, or nothing */
    HtmlPage row(String look, String... cells) {
        tag(look.isEmpty() ? "<tr>" : "<tr class=\"" + look + "\">");
        for (String cell : cells) {
            element("td", "", cell);
        }
        return tag("</tr>");
    }

    /** Text whose line breaks count. */
    HtmlPage lines(String text) {
        html.append("<pre>");
        text.lines().forEach(line -> html.append(escaped(line)).append('\n'));
        html.append("</pre>\n");
        return this;
    }

    /** A tag as it stands: never with text of a server in it. */
    HtmlPage tag(String tag) {
        html.append(tag).append('\n');
        return this;
    }

    String text() {
        return html + "</body>\n</html>\n";
    }

    static String escaped(String text) {
        return OneLine.shown(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
