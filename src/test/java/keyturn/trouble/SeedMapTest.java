package keyturn.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import keyturn.plan.Flows;
import keyturn.tools.BesideOthers;
import keyturn.trouble.guide.Guide;
import org.junit.jupiter.api.Test;

/**
 * Everything that Microsoft's older page says is covered by a flow, a code, a cause or an answer of the guide, or is known to be outdated.
 * The page is no part of the project; {@code -Dkeyturn.seed=FILE} compares the map with a copy of it.
 */
@BesideOthers
final class SeedMapTest {

    private static final Path MAP = Path.of("src/test/resources/keyturn/trouble/seed-map.csv");

    /** Codes of the page. */
    private static final int CODES = 37;

    /** SHA-256 of the hashes of all units, a line each: whoever takes one out has to say so here. */
    private static final String PAGE = "5c7bf3fc4ed9427e0664237d6def285631b820826be8e3e40926c1f49373919d";

    private record Unit(int number, String hash, String words, String target) {}

    private static List<Unit> units() throws IOException {
        return Files.readAllLines(MAP).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("unit,"))
                .map(line -> line.split(",", -1))
                .map(row -> new Unit(Integer.parseInt(row[0]), row[2], row[3], row[4]))
                .toList();
    }

    @Test
    void everyUnitLeadsSomewhereThatIsThere() throws IOException {
        List<String> lost = units().stream()
                .filter(unit -> !isThere(unit.target()))
                .map(Unit::toString)
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void noUnitIsLeftOutAndEveryCodeOfThePageIsKnown() throws IOException, GeneralSecurityException {
        List<Unit> units = units();
        assertEquals(
                IntStream.rangeClosed(1, units.size()).boxed().toList(),
                units.stream().map(Unit::number).toList());
        String hashes = units.stream().map(Unit::hash).collect(Collectors.joining("\n"));
        assertEquals(
                PAGE,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashes.getBytes(UTF_8))));
        assertEquals(
                CODES,
                units.stream()
                        .map(Unit::target)
                        .filter(target -> target.startsWith("code:"))
                        .distinct()
                        .count());
    }

    @Test
    void everyAnswerOfTheGuideIsFoundByItsWords() {
        Guide.all().topics().forEach(topic -> {
            assertEquals(topic, Guide.all().search(topic.id().replace('-', ' ')).getFirst(), topic.id());
            assertTrue(!topic.paragraphs().isEmpty(), topic.id());
        });
    }

    @Test
    void aQuestionIsFoundByOneOfItsWords() {
        assertTrue(Guide.all().search("endpoints firewall").stream()
                .anyMatch(topic -> topic.id().equals("endpoints")));
        assertEquals(List.of(), Guide.all().search("zebra crossing"));
    }

    @Test
    void theMapHasEachSentenceOfThePage() throws IOException, GeneralSecurityException {
        String seed = System.getProperty("keyturn.seed", "");
        assumeTrue(!seed.isEmpty(), "no copy of the page is named (-Dkeyturn.seed=FILE)");
        List<String> hashes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(seed))) {
            String plain = String.join(
                    " ",
                    Stream.of(line.split("\\s+"))
                            .filter(word -> !word.isEmpty())
                            .toList());
            if (!plain.isEmpty()) {
                for (String sentence : plain.split("(?<=[.!?]) (?=[A-Z(])")) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(sentence.getBytes(UTF_8));
                    hashes.add(HexFormat.of().formatHex(digest).substring(0, 12));
                }
            }
        }
        assertEquals(hashes, units().stream().map(Unit::hash).toList());
    }

    private static boolean isThere(String target) {
        String[] parts = target.split(":", 2);
        return switch (parts[0]) {
            case "heading" -> true;
            case "outdated" -> isThere(parts[1]);
            case "topic" -> Guide.all().topic(parts[1]).isPresent();
            case "flow" -> Flows.named(parts[1]).isPresent();
            case "code" -> Knowledge.all().code(Integer.parseInt(parts[1])).isPresent();
            case "cause" -> RootCause.of(parts[1]).title().isWorded();
            case "explain" -> parts[1].equals("unknown");
            default -> false;
        };
    }
}
