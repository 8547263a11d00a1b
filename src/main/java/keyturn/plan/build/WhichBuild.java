package keyturn.plan.build;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import keyturn.domain.KnownBuild;

/** Which published build a version and a date are. */
public sealed interface WhichBuild {

    /** Exactly this one. */
    record Exactly(KnownBuild build) implements WhichBuild {

        /** The newest that is published. */
        public boolean isCurrent() {
            return build.equals(KnownBuild.ALL.getLast());
        }
    }

    /** One of several that have one version number; the date of the file is not known, or is that of none. */
    record OneOf(List<KnownBuild> builds) implements WhichBuild {
        public OneOf {
            builds = List.copyOf(builds);
        }
    }

    /** None that Microsoft's pages name. */
    record Unlisted(String version) implements WhichBuild {}

    /** @param date of the file, where somebody has looked at it; a day more or less is another time zone */
    static WhichBuild of(String version, Optional<LocalDate> date) {
        List<KnownBuild> called = KnownBuild.ALL.stream()
                .filter(known -> known.version().toString().equals(version))
                .toList();
        if (called.size() <= 1) {
            return called.isEmpty() ? new Unlisted(version) : new Exactly(called.getFirst());
        }
        return called.stream()
                .filter(known -> date.isPresent() && isSameDay(known, date.get()))
                .findFirst()
                .<WhichBuild>map(Exactly::new)
                .orElseGet(() -> new OneOf(called));
    }

    /** Both are exactly known, and not the same. */
    static boolean differ(WhichBuild one, WhichBuild other) {
        return isExact(one) && isExact(other) && !one.equals(other);
    }

    private static boolean isExact(WhichBuild build) {
        return switch (build) {
            case Exactly exactly -> true;
            case OneOf several -> false;
            case Unlisted unlisted -> true;
        };
    }

    private static boolean isSameDay(KnownBuild known, LocalDate date) {
        return known.fileDate()
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(day, date)) <= 1)
                .isPresent();
    }
}
