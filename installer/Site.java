import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders README.md and src/docs/*.md as static pages. Knows the Markdown that these files use, and refuses a link that leads nowhere. */
final class Site {

    private static final Pattern FENCE = Pattern.compile("```.*");
    private static final Pattern HEADING = Pattern.compile("(#{1,4}) (.*)");
    private static final Pattern ITEM = Pattern.compile("(?:- |\\d+\\. )(.*)");
    private static final Pattern SPAN = Pattern.compile(
            "`(?<code>[^`]+)`|!\\[(?<alt>[^]]*)]\\((?<picture>[^)]+)\\)|\\[(?<text>[^]]+)]\\((?<link>[^)]+)\\)"
                    + "|\\*\\*(?<bold>[^*]+)\\*\\*|(?<address>https?://[^\\s)>]+[^\\s)>.,])");
    private static final String STYLE = """
            body{font:16px/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem;color:#1b1f24;background:#fff}
            nav{border-bottom:1px solid #ccc;padding-bottom:.6rem}nav a{margin-right:1rem}
            a{color:#0b5cad}code,pre{font:14px/1.45 ui-monospace,monospace;background:#f2f4f6}code{padding:0 .2rem}
            pre{padding:.8rem;overflow:auto}pre code{padding:0}table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}img{max-width:100%}
            @media(prefers-color-scheme:dark){body{background:#16191d;color:#e3e6ea}a{color:#7db7f5}code,pre{background:#22272d}}
            """;

    private final Path to;
    private final List<Path> pages;

    private Site(Path to) throws IOException {
        this.to = to;
        try (Stream<Path> docs = Files.list(Path.of("src", "docs"))) {
            pages = Stream.concat(
                            Stream.of(Path.of("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    public static void main(String... arguments) throws IOException {
        Site site = new Site(Path.of(arguments[0]));
        for (Path page : site.pages) {
            site.write(page);
        }
        System.out.println(site.pages.size() + " pages in " + arguments[0]);
    }

    private static String name(Path page) {
        String name = page.getFileName().toString();
        return name.equals("README.md") ? "index.html" : name.replace(".md", ".html");
    }

    private void write(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        String title = lines.getFirst().replaceFirst("^# *", "");
        String menu = pages.stream()
                .map(other -> "<a href=\"" + name(other) + "\">" + escaped(titled(other)) + "</a>")
                .collect(Collectors.joining("\n"));
        String html = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head><body>\n<nav>" + menu + "</nav>\n<main>\n" + body(page, lines) + "</main></body></html>\n";
        Files.createDirectories(to);
        Files.writeString(to.resolve(name(page)), html);
    }

    private static String titled(Path page) {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.findFirst().orElse("").replaceFirst("^# *", "");
        } catch (IOException unreadable) {
            return page.toString();
        }
    }

    private String body(Path page, List<String> lines) throws IOException {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            Matcher heading = HEADING.matcher(line);
            if (line.isBlank() || line.startsWith("<!--")) {
                at++;
            } else if (FENCE.matcher(line).matches()) {
                int end = at + 1;
                while (!FENCE.matcher(lines.get(end)).matches()) {
                    end++;
                }
                out.append("<pre><code>").append(escaped(String.join("\n", lines.subList(at + 1, end))));
                out.append("</code></pre>\n");
                at = end + 1;
            } else if (heading.matches()) {
                int level = heading.group(1).length();
                out.append("<h%d id=\"%s\">%s</h%d>\n"
                        .formatted(level, slug(heading.group(2)), spans(page, heading.group(2)), level));
                at++;
            } else {
                List<String> block = new ArrayList<>();
                while (at < lines.size() && !lines.get(at).isBlank() && !FENCE.matcher(lines.get(at)).matches()
                        && (block.isEmpty() || !HEADING.matcher(lines.get(at)).matches())) {
                    block.add(lines.get(at++));
                }
                out.append(block(page, block));
            }
        }
        return out.toString();
    }

    private String block(Path page, List<String> lines) throws IOException {
        if (lines.getFirst().startsWith("|")) {
            return table(page, lines);
        }
        if (!ITEM.matcher(lines.getFirst()).matches()) {
            return "<p>" + spans(page, String.join(" ", lines)) + "</p>\n";
        }
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                items.add(item.group(1));
            } else {
                items.set(items.size() - 1, items.getLast() + " " + line.strip());
            }
        }
        String kind = lines.getFirst().startsWith("-") ? "ul" : "ol";
        StringBuilder out = new StringBuilder("<" + kind + ">\n");
        for (String item : items) {
            out.append("<li>").append(spans(page, item)).append("</li>\n");
        }
        return out.append("</").append(kind).append(">\n").toString();
    }

    private String table(Path page, List<String> lines) throws IOException {
        StringBuilder out = new StringBuilder("<table>\n");
        for (int row = 0; row < lines.size(); row++) {
            if (row == 1) {
                continue;
            }
            String cell = row == 0 ? "th" : "td";
            out.append("<tr>");
            String inner = lines.get(row).strip().replaceAll("^\\||\\|$", "");
            for (String text : inner.split("(?<!\\\\)\\|", -1)) {
                out.append("<%s>%s</%s>".formatted(cell, spans(page, text.strip().replace("\\|", "|")), cell));
            }
            out.append("</tr>\n");
        }
        return out.append("</table>\n").toString();
    }

    private String spans(Path page, String text) throws IOException {
        StringBuilder out = new StringBuilder();
        Matcher span = SPAN.matcher(text);
        int from = 0;
        while (span.find()) {
            out.append(escaped(text.substring(from, span.start())));
            from = span.end();
            if (span.group("code") != null) {
                out.append("<code>").append(escaped(span.group("code"))).append("</code>");
            } else if (span.group("picture") != null) {
                out.append("<img src=\"%s\" alt=\"%s\">"
                        .formatted(target(page, span.group("picture")), escaped(span.group("alt"))));
            } else if (span.group("link") != null) {
                out.append("<a href=\"%s\">%s</a>"
                        .formatted(target(page, span.group("link")), spans(page, span.group("text"))));
            } else if (span.group("bold") != null) {
                out.append("<strong>").append(spans(page, span.group("bold"))).append("</strong>");
            } else {
                out.append("<a href=\"%1$s\">%1$s</a>".formatted(escaped(span.group("address"))));
            }
        }
        return out.append(escaped(text.substring(from))).toString();
    }

    /** A page, a part of one, an address, or a file, which is brought along; a folder is listed by its files. */
    private String target(Path page, String link) throws IOException {
        if (link.startsWith("http") || link.startsWith("#")) {
            return link;
        }
        String[] parts = link.split("#", 2);
        Path parent = page.getParent();
        Path file = (parent == null ? Path.of("") : parent).resolve(parts[0]).normalize();
        if (!Files.exists(file)) {
            throw new IOException(page + " links to " + link + ", which is not there");
        }
        if (pages.contains(file)) {
            return name(file) + (parts.length == 2 ? "#" + parts[1] : "");
        }
        return brought(file);
    }

    private String brought(Path file) throws IOException {
        Path place = to.resolve("files").resolve(file);
        if (Files.isDirectory(file)) {
            StringBuilder list = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><ul>");
            try (Stream<Path> inside = Files.list(file)) {
                for (Path each : inside.filter(Files::isRegularFile).sorted().toList()) {
                    brought(each);
                    list.append("<li><a href=\"%1$s\">%1$s</a></li>".formatted(each.getFileName()));
                }
            }
            Files.createDirectories(place);
            Files.writeString(place.resolve("index.html"), list + "</ul>\n");
            return "files/" + file + "/index.html";
        }
        Files.createDirectories(place.getParent());
        Files.write(place, Files.readAllBytes(file));
        return "files/" + file;
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").strip().replace(' ', '-');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
