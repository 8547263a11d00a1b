package keyturn.practice.server.state;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/**
 * A provider DLL as it lies on the server's disk.
 *
 * @param guid the provider's own identity, the same over its versions
 * @param date of its last change, which copying leaves as it was
 * @param created when it came to where it lies, UTC
 * @param size in bytes
 * @param signed its signature leads to a trusted root
 * @param loadable Windows can load it (the Visual C++ runtime is there)
 * @param missingExport 0, or which of the seventeen functions it lacks
 * @param initializeCode what it answers when it is initialized; 0 is well
 * @param propertiesCode what it answers when it is asked who it is; 0 is well
 * @param api version of the interface that it was built for: {@code 1.1}
 */
public record DllFile(
        String path,
        ProductVersion version,
        UUID guid,
        LocalDate date,
        LocalDateTime created,
        long size,
        String friendlyName,
        boolean signed,
        boolean loadable,
        int missingExport,
        int initializeCode,
        int propertiesCode,
        String api) {

    /** The version that this server speaks. */
    public static final String API = "1.1";

    /** The time of day that the pages give for a build. */
    private static final LocalTime BUILT = LocalTime.of(5, 17);

    /**
     * The same file at another place.
     *
     * @param since when it came there, UTC
     */
    public DllFile at(String place, LocalDateTime since) {
        return new DllFile(
                place,
                version,
                guid,
                date,
                since,
                size,
                friendlyName,
                signed,
                loadable,
                missingExport,
                initializeCode,
                propertiesCode,
                api);
    }

    /** The same file where Windows has what it needs to load it. */
    public DllFile thatLoads() {
        return new DllFile(
                path,
                version,
                guid,
                date,
                created,
                size,
                friendlyName,
                signed,
                true,
                missingExport,
                initializeCode,
                propertiesCode,
                api);
    }

    /** When it was changed last, UTC. */
    public LocalDateTime written() {
        return built(date);
    }

    /** The time of the last change of a file of this day. */
    public static LocalDateTime built(LocalDate day) {
        return day.atTime(BUILT);
    }
}
