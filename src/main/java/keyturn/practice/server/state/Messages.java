package keyturn.practice.server.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.tsql.SqlError;

/** The messages this server can say: the part of {@code sys.messages} that it knows. */
public final class Messages {

    private static final Pattern PLACE = Pattern.compile("%(?:\\.\\*ls|ls|hs|s|I64d|ld|02d|d|S_MSG)");
    private static final Map<Integer, Message> ALL = read();

    private Messages() {}

    /** A message; severity is that of the list, 10 for information. */
    public record Message(int number, int severity, String template) {}

    public static List<Message> all() {
        return List.copyOf(ALL.values());
    }

    /** The text with its places filled in order. */
    public static String text(int number, Object... arguments) {
        Matcher matcher = PLACE.matcher(message(number).template());
        StringBuilder text = new StringBuilder();
        for (int i = 0; matcher.find(); i++) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(String.valueOf(arguments[i])));
        }
        return matcher.appendTail(text).toString();
    }

    /** The error with the line of its statement. */
    public static SqlError error(int number, int state, Object... arguments) {
        return new SqlError(number, message(number).severity(), state, 0, text(number, arguments));
    }

    private static Message message(int number) {
        Message message = ALL.get(number);
        if (message == null) {
            throw new IllegalArgumentException("no message " + number);
        }
        return message;
    }

    private static Map<Integer, Message> read() {
        try (InputStream in = Messages.class.getResourceAsStream("/keyturn/practice/server/messages.tsv")) {
            if (in == null) {
                throw new IllegalStateException("messages.tsv is not in the program");
            }
            Map<Integer, Message> all = new TreeMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split("\t", 3);
                int number = Integer.parseInt(parts[0]);
                all.put(number, new Message(number, Integer.parseInt(parts[1]), parts[2]));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
