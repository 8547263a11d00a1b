package keyturn.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A build of the connector. One version number, 15.0.2000.440, stands for three builds: date or hash of the file tell them
 * apart, the version alone cannot (documents: SQL Server Connector maintenance and troubleshooting, editions of 2023, 2025
 * and 2026).
 *
 * @param fileDate the DLL's date, where someone has looked at the file
 * @param sha256 the DLL's hash, 64 lower-case digits, where someone has looked at the file
 */
public record ConnectorBuild(FileVersion version, Optional<LocalDate> fileDate, Optional<String> sha256) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public ConnectorBuild {
        sha256.filter(hash -> !HASH.matcher(hash).matches()).ifPresent(wrong -> {
            throw Rules.broken(
                    "connector-build.hash",
                    Message.of("domain.build.hash", OneLine.shown(wrong)),
                    Message.of("domain.build.hash.next"));
        });
    }

    /** Makes thumbprints shorter than 20 bytes: 1.0.4.0 and older (document: KB 4470999). */
    public boolean makesShortThumbprints() {
        return version.compareTo(KnownBuild.BUILD_15_0_300_96.version()) < 0;
    }
}
