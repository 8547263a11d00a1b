package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.due.KnownDates;
import keyturn.plan.due.TimeLine;
import keyturn.tools.Picture;
import keyturn.ui.Toolkit;
import keyturn.ui.picture.DependencyCard;
import keyturn.ui.picture.DrawnCard;
import keyturn.ui.picture.PictureFiles;
import keyturn.ui.picture.PictureTitle;
import keyturn.ui.picture.TimeLineCard;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What depends on what, and what is due when, in worlds of the range, at the widths that a page gives them. */
@Tag("pictures")
final class MapPicturesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "healthy",
                "key-gone",
                "secret-expired",
                "secret-expiring",
                "vault-lost",
                "ag3",
                "not-open",
                "ten-thousand",
                "hostile"
            })
    void aServerIsDrawn(String scenario) throws Exception {
        Inspection seen = DependencyWorldsTest.looked(scenario);
        DependencyGraph graph = DependencyWorldsTest.graph(seen);
        TimeLine line = TimeLine.of(
                seen,
                graph,
                Period.ofYears(1),
                new KnownDates(
                        List.of(new KnownDates.VaultKeyBackup(
                                "tde-key-2024", seen.takenAt().minus(Duration.ofDays(40)))),
                        List.of(new KnownDates.OldKeyNeed(
                                new AsymmetricKeyName("TDE_Key_2022"),
                                seen.takenAt().plus(Duration.ofDays(90))))));
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {760, 1064, 1656}) {
                Path file =
                        Picture.FOLDER.resolve("map-" + scenario + "-" + width + (dark ? "-dark" : "-light") + ".png");
                Toolkit.on(() -> {
                    draw(graph, line, dark, width, file);
                    return true;
                });
                assertTrue(Files.exists(file));
            }
        }
    }

    private static void draw(DependencyGraph graph, TimeLine line, boolean dark, int width, Path file) {
        var server = new SimpleObjectProperty<>(new PictureTitle("SQLPROD07\\FIN", "24 Nov 2026 20:00", false));
        var files = new PictureFiles(new DirectBackground(), (window, proposed) -> Optional.empty());
        var map = new DependencyCard(new SimpleObjectProperty<>(Optional.of(graph)), server, files);
        var dates = new TimeLineCard(new SimpleObjectProperty<>(Optional.of(line)), server, files);
        try (DrawnCard drawn = new DrawnCard(dark, width, 900, map.node(), dates.node())) {
            if (width == 1064 && !graph.keysInUse().isEmpty()) {
                map.select(Optional.of(
                        graph.databases(graph.keysInUse().getLast()).getFirst().id()));
            }
            drawn.picture(file.getFileName().toString());
        }
    }
}
