package keyturn.cli.option;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.cli.Ended;

/**
 * Puts the content of {@code @FILE} in its place among the arguments; {@code @@x} is the argument {@code @x}.
 *
 * <p>A file is UTF-8, with or without a byte order mark. Blanks and line ends part arguments, double or single quotes hold
 * one together, {@code #} at the start of a line makes it a remark. A backslash is a backslash, so that a Windows path is
 * written as it is; between double quotes two of them count as one, as in other programs' argument files, save at the
 * beginning, where two name a share. Between single quotes everything is as it is. A file names no further files.
 */
public final class ArgumentFiles {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ArgumentFiles() {}

    public static String[] expand(String[] arguments) throws Ended {
        List<String> all = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("@@")) {
                all.add(argument.substring(1));
            } else if (argument.length() > 1 && argument.startsWith("@")) {
                all.addAll(split(read(argument.substring(1)), argument.substring(1)));
            } else {
                all.add(argument);
            }
        }
        return all.toArray(String[]::new);
    }

    private static String read(String file) throws Ended {
        try {
            byte[] content = SmallFile.read(Path.of(file));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Ended.usage("argumentFile.encoding", file);
        } catch (InvalidPathException unreadable) {
            throw Ended.usage("file.unreadable", file, reason(unreadable));
        }
    }

    private static String reason(Exception problem) {
        return problem.getClass().getSimpleName();
    }

    static List<String> split(String text, String file) throws Ended {
        List<String> arguments = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.startsWith("#")) {
                splitLine(line, arguments, file, number);
            }
        }
        return arguments;
    }

    private static void splitLine(String line, List<String> arguments, String file, int number) throws Ended {
        StringBuilder argument = new StringBuilder();
        boolean begun = false;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"' || c == '\'') {
                int end = line.indexOf(c, at + 1);
                if (end < 0) {
                    throw Ended.usage("argumentFile.quote", file, number);
                }
                String quoted = line.substring(at + 1, end);
                argument.append(c == '"' ? single(quoted) : quoted);
                begun = true;
                at = end;
            } else if (c == ' ' || c == '\t') {
                begun = take(argument, begun, arguments);
            } else {
                argument.append(c);
                begun = true;
            }
            at++;
        }
        take(argument, begun, arguments);
    }

    /** Doubled backslashes made single; two at the beginning stay two, four there become two. */
    private static String single(String quoted) {
        boolean share = quoted.startsWith("\\\\");
        String rest = share ? quoted.substring(2) : quoted;
        if (share && rest.startsWith("\\\\")) {
            rest = rest.substring(2);
        }
        return (share ? "\\\\" : "") + rest.replace("\\\\", "\\");
    }

    private static boolean take(StringBuilder argument, boolean begun, List<String> arguments) {
        if (begun) {
            arguments.add(argument.toString());
            argument.setLength(0);
        }
        return false;
    }
}
