package keyturn.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that several values share, and how a broken one is told. */
public final class Rules {

    private static final int SYSNAME = 128;
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private Rules() {}

    /** sysname: 1 to 128 characters, no NUL. */
    static void sysname(String kind, String value) {
        if (value.isEmpty() || value.length() > SYSNAME || value.indexOf('\0') >= 0) {
            throw broken(
                    kind + "-name.length",
                    Message.of("domain.name.length", kind, OneLine.shown(value), SYSNAME),
                    Message.of("domain.name.length.next", kind));
        }
    }

    /** A GUID in its usual form with hyphens, no braces. */
    public static boolean isGuid(String value) {
        return GUID.matcher(value).matches();
    }

    /**
     * A path that breaks a rule: what the words name is the path, and what the rule has besides.
     *
     * @param code the first part of its code
     * @param words the room's key that the rule's name is put behind
     */
    public static InvalidValue broken(String code, String words, String path, WindowsPath.Broken broken) {
        Object[] arguments = Stream.concat(Stream.of(OneLine.shown(path)), broken.detail().stream())
                .toArray();
        return broken(
                code + "." + broken.rule(),
                Message.of(words + "." + broken.rule(), arguments),
                Message.of(words + ".next"));
    }

    public static InvalidValue broken(String code, Message summary, Message next) {
        return new InvalidValue(new Problem(code, summary, Optional.empty(), next));
    }
}
