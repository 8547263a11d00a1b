package keyturn.practice.server.state;

import java.util.Map;
import java.util.Optional;

/** Version of SQL Server or of a DLL, four numbers: 16.0.4225.2. */
public record ProductVersion(int major, int minor, int build, int revision) {

    private static final Map<String, String> UPDATES =
            Map.of("14.3456", "CU31", "15.4430", "CU32", "16.4215", "CU21", "16.4225", "CU22");

    /** @throws IllegalArgumentException if the text is not four numbers with dots between */
    public static ProductVersion of(String text) {
        if (!text.matches("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}")) {
            throw new IllegalArgumentException("not a version of four numbers: " + text);
        }
        String[] parts = text.split("\\.");
        return new ProductVersion(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]));
    }

    private static int number(String part) {
        return Integer.parseInt(part);
    }

    /** The year in the product's name; what a DLL's version gives here means nothing. */
    public int year() {
        return switch (major) {
            case 13 -> 2016;
            case 14 -> 2017;
            case 15 -> 2019;
            case 16 -> 2022;
            default -> 2025;
        };
    }

    /** RTM, or the service pack; there was none after SQL Server 2016. */
    public String level() {
        if (major != 13 || build < 4001) {
            return "RTM";
        }
        return build >= 6300 ? "SP3" : build >= 5026 ? "SP2" : "SP1";
    }

    /** The cumulative update that a build is known for. */
    public Optional<String> update() {
        return Optional.ofNullable(UPDATES.get(major + "." + build));
    }

    /** As {@code sys.dm_os_loaded_modules} writes it: {@code 15.0:2000.440}. */
    public String withColon() {
        return major + "." + minor + ":" + build + "." + revision;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }
}
