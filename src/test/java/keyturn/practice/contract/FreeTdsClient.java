package keyturn.practice.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.tools.Command;
import keyturn.tools.Tools;

/** FreeTDS, as its program tsql writes: rows to one stream, parted by tabs, messages to the other. */
final class FreeTdsClient implements Client {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern MESSAGE = Pattern.compile(
            "Msg (\\d+) \\(severity (\\d+), state (\\d+)\\) from [^\\n]*?Line (\\d+):\\n\\t\"(.*?)\"\\n",
            Pattern.DOTALL);

    @Override
    public List<List<Answer>> run(Place place, List<Case> cases) {
        try {
            Path settings = Files.writeString(
                    place.folder().resolve("freetds.conf"), """
                    [contract]
                    host=%s
                    port=%d
                    tds version=7.4
                    client charset=UTF-8
                    text size=2147483647
                    """.formatted(place.host(), place.port()));
            Command command = Command.of(
                            Tools.require("tsql"), "-S", "contract", "-U", place.user(), "-P", place.password())
                    .with("FREETDSCONF", settings.toString())
                    .with("LC_ALL", "C.UTF-8");
            return cases.stream().map(each -> run(command, each)).toList();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Headers are asked for only where the contract speaks of them: a result without rows is else not told from a row. */
    private static List<Answer> run(Command command, Case asked) {
        boolean headers =
                asked.batches().stream().anyMatch(b -> !b.expected().columns().isEmpty());
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < asked.texts().size(); i++) {
            input.append(asked.texts().get(i)).append("\ngo\n");
            input.append("PRINT '%1$s' SELECT '%1$s' AS ending\ngo\n".formatted(end(i)));
        }
        var ended =
                command.and("-o", headers ? "q" : "hq").typing(input + "exit\n").run(LIMIT);
        List<Answer> answers = new ArrayList<>();
        String rows = headers ? ended.out().replace("ending\n", "") : ended.out();
        String said = ended.err();
        for (int i = 0; i < asked.texts().size(); i++) {
            String end = end(i) + "\n";
            answers.add(answer(headers, before(rows, end), before(said, end)));
            rows = after(rows, end);
            said = after(said, end);
        }
        return answers;
    }

    private static String end(int batch) {
        return "<<end of batch " + batch + ">>";
    }

    private static String before(String text, String mark) {
        int at = text.indexOf(mark);
        if (at < 0) {
            throw new AssertionError("no " + mark + " in " + text);
        }
        return text.substring(0, at);
    }

    private static String after(String text, String mark) {
        return text.substring(before(text, mark).length() + mark.length());
    }

    private static Answer answer(boolean headers, String rows, String said) {
        List<String> lines = rows.lines().map(line -> line.replace("\t", " | ")).toList();
        String columns = headers && !lines.isEmpty() ? lines.getFirst().stripTrailing() : "";
        return new Answer(
                columns,
                headers && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines,
                errors(said),
                prints(said));
    }

    private static List<String> errors(String said) {
        return MESSAGE.matcher(said)
                .results()
                .filter(m -> severity(m) > 10)
                .map(m -> Words.error(
                        Integer.parseInt(m.group(1)),
                        severity(m),
                        Integer.parseInt(m.group(3)),
                        Long.parseLong(m.group(4)),
                        m.group(5)))
                .toList();
    }

    private static int severity(MatchResult message) {
        return Integer.parseInt(message.group(2));
    }

    private static List<String> prints(String said) {
        String plain = MESSAGE.matcher(said)
                .replaceAll(m -> severity(m) > 10 ? "" : Matcher.quoteReplacement(m.group(5) + "\n"));
        return plain.lines().toList();
    }

    @Override
    public boolean same(String expected, String seen) {
        return expected.equals(seen)
                || Words.sameNumber(expected, seen)
                || (expected.startsWith("0x") && expected.substring(2).equalsIgnoreCase(seen));
    }
}
