package keyturn.trouble.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.trouble.check.CheckResult.State;

/** Thumbprints that the error log names (33111) and that no key of master has by now. */
record MissingKeys(CheckedWorld world) {

    private static final int NOT_FOUND = 33111;

    private static final Pattern NAMED = Pattern.compile("thumbprint '?(0x[0-9A-Fa-f]{2,64})");

    Stream<Thumbprint> all() {
        return world.log().value().orElse(List.of()).stream()
                .flatMap(line -> in(line).stream())
                .distinct();
    }

    /** It tells of a key that was missing, and every key that the log names is there by now. */
    boolean isOver(ErrorLine line) {
        return line.number() == NOT_FOUND
                && world.seen().facts().asymmetricKeys().value().isPresent()
                && all().findAny().isEmpty();
    }

    /** A key that is missing still is wrong; one that is there by now is what was. */
    State state(ErrorLine line) {
        boolean still = line.number() == NOT_FOUND && all().findAny().isPresent();
        return still ? State.FOUND : isOver(line) ? State.FINE : State.ATTENTION;
    }

    /** The one that this line names, while it is missing. */
    private Optional<Thumbprint> in(ErrorLine line) {
        Matcher named = NAMED.matcher(line.text());
        if (!named.find() || named.group(1).length() % 2 != 0) {
            return Optional.empty();
        }
        Thumbprint wanted = new Thumbprint(named.group(1).substring(2));
        Optional<List<AsymmetricKey>> keys =
                world.seen().facts().asymmetricKeys().value();
        return Optional.of(wanted)
                .filter(print -> keys.isPresent()
                        && keys.get().stream().noneMatch(key -> key.thumbprint().equals(print)));
    }
}
