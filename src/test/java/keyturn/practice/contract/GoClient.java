package keyturn.practice.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.tools.Command;
import keyturn.tools.Tools;

/** go-mssqldb, the driver under Microsoft's sqlcmd, as sqlrun writes: rows and messages in the order in which they came. */
final class GoClient implements Client {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern COUNT = Pattern.compile("\\(\\d+ rows? affected\\)");
    private static final Pattern RULE = Pattern.compile("-{8,}");
    private static final Pattern SAID = Pattern.compile("mssql: (.*) \\((\\d+)\\)");
    private static final Pattern ERROR =
            Pattern.compile("Msg (\\d+), Level (\\d+), State (\\d+), Server .*?(?:, Procedure .*?)?, Line (\\d+)");

    @Override
    public List<List<Answer>> run(Place place, List<Case> cases) {
        Command command = Command.of(Tools.require("sqlrun"), "-x", "-S", place, "-U", place.user())
                .with("SQLCMDPASSWORD", place.password());
        Command trusting =
                place.certificate().map(pem -> command.and("-J", pem)).orElse(command);
        return cases.stream().map(each -> run(trusting, place, each)).toList();
    }

    private static List<Answer> run(Command command, Place place, Case asked) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < asked.texts().size(); i++) {
            script.append(asked.texts().get(i))
                    .append("\nGO\nPRINT '")
                    .append(end(i))
                    .append("'\nGO\n");
        }
        try {
            Path file = Files.writeString(place.folder().resolve("contract.sql"), script);
            Deque<String> lines = new ArrayDeque<>(
                    command.and("-i", file).run(LIMIT).out().lines().toList());
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < asked.texts().size(); i++) {
                answers.add(new Reading(lines).until("mssql: " + end(i) + " (0)"));
            }
            return answers;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String end(int batch) {
        return "end of batch " + batch;
    }

    /** The lines of one answer. */
    private static final class Reading {

        private final Deque<String> lines;
        private final List<String> rows = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final List<String> prints = new ArrayList<>();
        private String columns = "";
        private String above = "";

        Reading(Deque<String> lines) {
            this.lines = lines;
        }

        Answer until(String end) {
            while (!lines.isEmpty() && !lines.peekFirst().equals(end)) {
                line(lines.removeFirst());
            }
            if (lines.isEmpty()) {
                throw new AssertionError("no " + end);
            }
            lines.removeFirst();
            return new Answer(columns, rows, errors, prints);
        }

        private void line(String line) {
            Matcher error = ERROR.matcher(line);
            Matcher said = SAID.matcher(line);
            if (error.matches()) {
                errors.add(Words.error(
                        Integer.parseInt(error.group(1)),
                        Integer.parseInt(error.group(2)),
                        Integer.parseInt(error.group(3)),
                        Long.parseLong(error.group(4)),
                        lines.removeFirst()));
            } else if (said.matches()) {
                if (Words.isSaid(Integer.parseInt(said.group(2)))) {
                    prints.add(said.group(1));
                }
            } else if (RULE.matcher(line).matches()) {
                columns = columns.isEmpty() ? above.replace("\t", " | ").stripTrailing() : columns;
                rows();
            } else {
                above = line;
            }
        }

        /** A result that an error ended has no count; what stands above the next rule is then no row but names. */
        private void rows() {
            while (!lines.isEmpty() && isRow(lines.peekFirst())) {
                String line = lines.removeFirst();
                if (RULE.matcher(line).matches()) {
                    rows.removeLast();
                } else {
                    rows.add(line.replace("\t", " | "));
                }
            }
        }

        private static boolean isRow(String line) {
            return !COUNT.matcher(line).matches()
                    && !ERROR.matcher(line).matches()
                    && !SAID.matcher(line).matches();
        }
    }

    /** Its decimals come as the bytes of their digits, its identifiers as the bytes of the wire. */
    @Override
    public boolean same(String expected, String seen) {
        return expected.equals(seen)
                || Words.sameNumber(expected, seen)
                || (seen.equals("true") && expected.equals("1"))
                || (seen.equals("false") && expected.equals("0"))
                || (seen.startsWith("0x") && sameBytes(expected, HexFormat.of().parseHex(seen.substring(2))));
    }

    private static boolean sameBytes(String expected, byte[] bytes) {
        return Words.sameNumber(expected, new String(bytes, StandardCharsets.US_ASCII))
                || (bytes.length == 16 && expected.equals(Words.value(id(bytes))));
    }

    private static UUID id(byte[] wire) {
        int[] order = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        byte[] bytes = new byte[16];
        for (int i = 0; i < 16; i++) {
            bytes[i] = wire[order[i]];
        }
        var in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }
}
