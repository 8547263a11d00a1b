package keyturn.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A build of the connector that Microsoft's pages name (documents: set-up steps for extensible key management; SQL Server
 * Connector maintenance and troubleshooting).
 *
 * @param marketing the number on the download page, such as 1.0.5.0
 * @param version the DLL's file version; where no page gives one, the marketing number stands for it
 * @param fileDate the DLL's date; empty where no page gives one
 */
public record KnownBuild(String marketing, FileVersion version, Optional<LocalDate> fileDate) {

    /** Out of support; no page gives its file version. */
    public static final KnownBuild BUILD_1_0_0_440 = of("1.0.0.440", "1.0.0.440", Optional.empty());

    /** The last one with short thumbprints. */
    public static final KnownBuild BUILD_13_0_811_168 = of("1.0.4.0", "13.0.811.168", Optional.empty());

    /** The documented one to roll back to. */
    public static final KnownBuild BUILD_15_0_300_96 = of("1.0.5.0", "15.0.300.96", Optional.of("2018-01-30"));

    /** Filters messages and tries again after network faults. */
    public static final KnownBuild BUILD_15_0_2000_440_SEPTEMBER_2020 =
            of("1.0.5.0", "15.0.2000.440", Optional.of("2020-09-11"));

    /** Keys of 3072 bits, key versions, managed HSM. */
    public static final KnownBuild BUILD_15_0_2000_440_NOVEMBER_2020 =
            of("1.0.5.0", "15.0.2000.440", Optional.of("2020-11-24"));

    /** Managed identity. */
    public static final KnownBuild BUILD_15_0_2000_440_NOVEMBER_2024 =
            of("1.0.5.0", "15.0.2000.440", Optional.of("2024-11-09"));

    /** All of them, oldest first. */
    public static final List<KnownBuild> ALL = List.of(
            BUILD_1_0_0_440,
            BUILD_13_0_811_168,
            BUILD_15_0_300_96,
            BUILD_15_0_2000_440_SEPTEMBER_2020,
            BUILD_15_0_2000_440_NOVEMBER_2020,
            BUILD_15_0_2000_440_NOVEMBER_2024);

    /**
     * The file versions that a number stands for, lowest first: itself, or those of the builds which the download page calls
     * so, as 1.0.5.0 is the name of several; none where no page names the number.
     */
    public static List<FileVersion> versionsCalled(FileVersion number) {
        return ALL.stream()
                .filter(known -> known.version().equals(number)
                        || FileVersion.parse(known.marketing()).equals(number))
                .map(KnownBuild::version)
                .distinct()
                .toList();
    }

    private static KnownBuild of(String marketing, String version, Optional<String> fileDate) {
        return new KnownBuild(marketing, FileVersion.parse(version), fileDate.map(LocalDate::parse));
    }
}
