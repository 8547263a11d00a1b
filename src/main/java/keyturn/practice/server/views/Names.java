package keyturn.practice.server.views;

import java.util.ArrayList;
import java.util.List;

/** Names inside a string, as OBJECT_ID and HAS_PERMS_BY_NAME take them: {@code [my db].sys.[x]]y]}. */
public final class Names {

    private Names() {}

    /** The parts without their quotes; a part left out is empty. */
    public static List<String> split(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (closing == 0 && c == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (closing == 0 && (c == '[' || c == '"')) {
                closing = c == '[' ? ']' : '"';
            } else if (closing != 0 && c == closing) {
                boolean doubled = i + 1 < name.length() && name.charAt(i + 1) == closing;
                part.append(doubled ? String.valueOf(closing) : "");
                i += doubled ? 1 : 0;
                closing = doubled ? closing : 0;
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    static String single(String name) {
        return split(name).getLast();
    }
}
