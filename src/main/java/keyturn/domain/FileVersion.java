package keyturn.domain;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file version of four parts, compared as integers: {@code 15.00.2000.440} and {@code 15.0.2000.440} are one
 * (document: sys.cryptographic_providers, {@code aa.bb.cccc.dd}).
 */
public record FileVersion(int major, int minor, int build, int revision) implements Comparable<FileVersion> {

    /** The list of loaded modules sets a colon in the middle: {@code 15.0:2000.440}. */
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})[.:]([0-9]{1,9})\\.([0-9]{1,9})");

    private static final Comparator<FileVersion> BY_PARTS = Comparator.comparingInt(FileVersion::major)
            .thenComparingInt(FileVersion::minor)
            .thenComparingInt(FileVersion::build)
            .thenComparingInt(FileVersion::revision);

    public FileVersion {
        if (major < 0 || minor < 0 || build < 0 || revision < 0) {
            throw broken(major + "." + minor + "." + build + "." + revision);
        }
    }

    /** Reads four numbers; leading zeros count for nothing. */
    public static FileVersion parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw broken(text);
        }
        return new FileVersion(part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4));
    }

    @Override
    public int compareTo(FileVersion other) {
        return BY_PARTS.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static InvalidValue broken(String text) {
        return Rules.broken(
                "file-version.form",
                Message.of("domain.fileVersion.form", OneLine.shown(text)),
                Message.of("domain.fileVersion.form.next"));
    }
}
