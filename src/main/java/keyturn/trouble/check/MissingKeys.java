package keyturn.trouble.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.trouble.check.CheckResult.State;

/** Thumbprints that the error log names (33111) and that no key of master has by now. */
record MissingKeys(CheckedWorld world) {

    private static final int NOT_FOUND = 33111;

    private static final Pattern NAMED = Pattern.compile("0x((?:[0-9A-Fa-f]{2}){1,32})");

    /** The same message tells of a certificate that is missing, in the language of the server; no provider has those. */
    private static final Pattern CERTIFICATE = Pattern.compile(
            "certifi|zertifikat|сертификат|证书|憑證|證書|証明書|인증서", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Lines about one attempt to open a database are not further apart. */
    private static final Duration NEAR = Duration.ofSeconds(5);

    Stream<Thumbprint> all() {
        return lines().flatMap(line -> in(line).stream()).distinct();
    }

    /** It tells of no key of a provider that is missing now. */
    boolean isOver(ErrorLine line) {
        return line.number() == NOT_FOUND
                && world.seen().facts().asymmetricKeys().value().isPresent()
                && !isMissing(line);
    }

    /** A line with the number alone tells of whatever the others name. */
    private boolean isMissing(ErrorLine line) {
        boolean named = isOfCertificate(line) || NAMED.matcher(line.text()).find();
        return named ? in(line).isPresent() : all().findAny().isPresent();
    }

    /** A database that is closed may wait for a key that is missing still; without one a restore may have been given up. */
    State state(ErrorLine line) {
        if (line.number() == NOT_FOUND && isMissing(line)) {
            return closed(world.seen()).isEmpty() ? State.ATTENTION : State.FOUND;
        }
        return isOver(line) && !isOfCertificate(line) ? State.FINE : State.ATTENTION;
    }

    static List<DatabaseName> closed(Inspection seen) {
        return seen.facts().databases().value().orElse(List.of()).stream()
                .filter(row -> row.state().equals("RECOVERY_PENDING"))
                .map(Database::name)
                .toList();
    }

    /** Closed databases that wait for this key as far as the log tells: none where it may as well be another one. */
    List<DatabaseName> waiting(Thumbprint print) {
        List<DatabaseName> closed = closed(world.seen());
        List<DatabaseName> told = closed.stream()
                .filter(name -> candidates(name).equals(List.of(print)))
                .toList();
        boolean only = closed.size() == 1 && all().toList().equals(List.of(print));
        return told.isEmpty() && only ? closed : told;
    }

    private List<Thumbprint> candidates(DatabaseName name) {
        List<Instant> times =
                lines().filter(line -> names(line, name)).map(ErrorLine::at).toList();
        return lines().filter(line -> times.stream().anyMatch(at -> isNear(at, line.at())))
                .flatMap(line -> in(line).stream())
                .distinct()
                .toList();
    }

    private static boolean names(ErrorLine line, DatabaseName name) {
        return Stream.of("'%s'", "\"%s\"", "[%s]")
                .anyMatch(quoted -> line.text().contains(quoted.formatted(name.value())));
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEAR) <= 0;
    }

    private Stream<ErrorLine> lines() {
        return world.log().value().orElse(List.of()).stream();
    }

    private static boolean isOfCertificate(ErrorLine line) {
        return CERTIFICATE.matcher(line.text()).find();
    }

    /** The one that this line names, while it is missing. */
    private Optional<Thumbprint> in(ErrorLine line) {
        Matcher named = NAMED.matcher(line.text());
        if (line.number() != NOT_FOUND || isOfCertificate(line) || !named.find()) {
            return Optional.empty();
        }
        Optional<List<AsymmetricKey>> keys =
                world.seen().facts().asymmetricKeys().value();
        return Optional.of(new Thumbprint(named.group(1)))
                .filter(print -> keys.isPresent()
                        && keys.get().stream().noneMatch(key -> key.thumbprint().equals(print)));
    }
}
