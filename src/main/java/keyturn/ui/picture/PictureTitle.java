package keyturn.ui.picture;

import java.time.ZoneOffset;
import keyturn.domain.inspection.Inspection;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/**
 * What stands over a picture in a file: the file is looked at far from the window that says these things.
 *
 * @param server whose picture it is
 * @param seen when the server was inspected, as text with the time zone
 * @param practice the server is none of anybody's
 */
public record PictureTitle(String server, String seen, boolean practice) {

    /** While nothing was inspected. */
    public static final PictureTitle NONE = new PictureTitle("", "", false);

    public static PictureTitle of(Inspection seen) {
        return new PictureTitle(
                seen.identity().name(),
                WindowTimes.day(seen.takenAt(), ZoneOffset.UTC),
                seen.identity().practice());
    }

    /** @param what the picture shows, as a sentence that names the server */
    String over(String what) {
        return Words.of(practice ? "map.file.practice" : "map.file.seen", what, seen);
    }
}
