package keyturn.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.SeenWorld;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.PartId;
import keyturn.plan.forecast.Forecast;
import keyturn.ui.picture.DependencyLayout.Box;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Nothing lies on anything else, and nothing outside, whatever the server has and however wide the window is. */
final class DependencyLayoutTest {

    @Property(tries = 150)
    void nothingOverlapsAndEverythingIsInside(
            @ForAll @Size(min = 0, max = 12) List<@IntRange(min = 0, max = 40) Integer> databasesOfKeys,
            @ForAll @IntRange(min = 420, max = 1900) int width) {
        DependencyLayout layout = DependencyLayout.of(graph(databasesOfKeys), width);
        List<BoxArea> areas = Stream.of(
                        layout.heads().stream().map(DependencyLayout.Note::area),
                        layout.boxes().stream().map(Box::area),
                        layout.chips().stream().map(Box::area),
                        layout.notes().stream().map(DependencyLayout.Note::area))
                .flatMap(all -> all)
                .toList();
        for (int i = 0; i < areas.size(); i++) {
            BoxArea one = areas.get(i);
            assertTrue(one.x() >= 0 && one.y() >= 0 && one.right() <= width + 0.01, one.toString());
            assertTrue(one.bottom() <= layout.height() + 0.01, one.toString());
            for (BoxArea other : areas.subList(i + 1, areas.size())) {
                assertTrue(!one.overlaps(other), () -> one + " lies on " + other);
            }
        }
    }

    @Test
    void aNameThatIsTooLongForOneLineGoesOnInTheNextAndIsCutOnlyInTheLast() {
        List<String> lines = TextSize.inLines("Azure_EKM_TDE_cred", 13, 100);
        assertEquals("Azure_EKM_TDE_cred", String.join("", lines), "nothing is lost");
        assertTrue(lines.size() == 2 && lines.getFirst().endsWith("_"), "parted where the name is: " + lines);
        List<String> longer = TextSize.inLines("Azure_EKM_credential_of_the_finance_department_2026", 13, 100);
        assertTrue(longer.size() == 3 && longer.getLast().endsWith("2026"), "the end tells names apart: " + longer);
        assertEquals(List.of("short"), TextSize.inLines("short", 13, 100));
        DependencyLayout narrow = DependencyLayout.of(graph(List.of(2, 3)), 720);
        narrow.boxes().stream()
                .filter(box -> box.name().length() <= 20)
                .forEach(box -> assertEquals(box.name(), String.join("", box.lines())));
    }

    @Property(tries = 50)
    void everyPartHasItsBoxAndEveryLineGoesToTheRight(
            @ForAll @Size(min = 0, max = 12) List<@IntRange(min = 0, max = 40) Integer> databasesOfKeys) {
        DependencyGraph graph = graph(databasesOfKeys);
        DependencyLayout layout = DependencyLayout.of(graph, 1000);
        assertEquals(graph.parts().size(), layout.boxes().size());
        assertEquals(graph.edges().size(), layout.curves().size());
        layout.curves().forEach(curve -> assertTrue(curve.fromX() < curve.toX(), curve.toString()));
    }

    /** A picture must not grow with the databases. */
    @Test
    void threeThousandDatabasesAreOneChipBesideThoseThatDoNotStandWell() {
        DependencyLayout layout = DependencyLayout.of(graph(List.of(3000, 3)), 1000);
        assertTrue(layout.chips().size() <= 7 + 3, layout.chips().toString());
        assertTrue(layout.chips().stream()
                .map(Box::part)
                .anyMatch(new PartId.DatabasesOf(new PartId.OfKey(new AsymmetricKeyName("Key_0")))::equals));
    }

    static DependencyGraph graph(List<Integer> databasesOfKeys) {
        Inspection seen = seen(databasesOfKeys);
        return DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(1));
    }

    static Inspection seen(List<Integer> databasesOfKeys) {
        List<AsymmetricKey> keys = new ArrayList<>();
        List<KeyLogin> logins = new ArrayList<>();
        List<Database> databases = new ArrayList<>(List.of(SeenWorld.plain(5, "Scratch")));
        for (int key = 0; key < databasesOfKeys.size(); key++) {
            Thumbprint thumbprint = new Thumbprint("%040X".formatted(key + 1));
            AsymmetricKeyName name = new AsymmetricKeyName("Key_" + key);
            keys.add(new AsymmetricKey(name, thumbprint, SeenWorld.GUID, 2048));
            if (key % 4 != 3) {
                logins.add(new KeyLogin(
                        new LoginName("A_login_with_rather_a_long_name_" + key),
                        name,
                        Optional.of(new CredentialName("Azure_TDE"))));
            }
            int of = key;
            IntStream.range(0, databasesOfKeys.get(key))
                    .mapToObj(i -> SeenWorld.database(
                            1000 * of + i + 10,
                            "Database_" + of + "_" + i,
                            "ONLINE",
                            "FULL",
                            Optional.of(thumbprint),
                            true))
                    .forEach(databases::add);
        }
        return new SeenWorld()
                .keys(SeenWorld.known(keys))
                .keyLogins(SeenWorld.known(logins))
                .databases(SeenWorld.known(databases))
                .inspection();
    }
}
