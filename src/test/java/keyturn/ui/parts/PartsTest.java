package keyturn.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.script.Highlight;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.parts.script.ScriptLine.Kind;
import keyturn.ui.parts.script.ScriptLines;
import keyturn.ui.parts.script.ScriptRow;
import keyturn.ui.parts.script.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

final class PartsTest {

    private static final StepId STEP = new StepId(1);

    @Property
    void theCodeLinesOfAScriptAreItsTextWhateverItHolds(@ForAll String text, @ForAll Language language) {
        List<ScriptLine> lines = new ScriptLines()
                .heading(STEP, "heading")
                .code(STEP, text, language)
                .note(STEP, "note")
                .list();
        assertEquals(text, ScriptLines.codeOf(lines));
    }

    @Property
    void theRowsOfALineAreTheLineWhateverTheWidth(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 200) int columns) {
        var line = new ScriptLine(STEP, Kind.CODE, text, List.of());
        String joined = ScriptRow.of(List.of(line), columns).stream()
                .map(ScriptRow::text)
                .collect(Collectors.joining());
        assertEquals(text, joined);
    }

    @Test
    void linesThatComeLaterGoOnCounting() {
        var line = new ScriptLine(STEP, Kind.CODE, "SELECT 1;", List.of());
        var note = new ScriptLine(STEP, Kind.NOTE, "done", List.of());
        assertEquals(
                List.of(0, 18, 19),
                ScriptRow.of(List.of(note, line, line), 80, 17).stream()
                        .map(ScriptRow::number)
                        .toList());
    }

    @Test
    void aRowKeepsOfAPathWhatTellsTwoVersionsApart() {
        String path = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\1.0.5.0\\EKM.dll";
        assertEquals(
                "from …\\1.0.5.0\\EKM.dll; to …\\1.0.5.0\\EKM.dll.", Brief.of("from " + path + "; to " + path + "."));
        assertEquals("0x373B314B… stays", Brief.of("0x373B314B78E8D59A0925494558FEF14B726216C5 stays"));
        assertEquals("C:\\EKM.dll", Brief.of("C:\\EKM.dll"));
    }

    @Test
    void twoStepsAreCopiedWithABlankLineBetweenAndWithoutHeadings() {
        List<ScriptLine> lines = new ScriptLines()
                .heading(STEP, "one")
                .code(STEP, "SELECT 1;\nSELECT 2;", Language.TSQL)
                .heading(new StepId(2), "two")
                .code(new StepId(2), "SELECT 3;", Language.TSQL)
                .list();
        assertEquals("SELECT 1;\nSELECT 2;\n\nSELECT 3;", ScriptLines.codeOf(lines));
    }

    @Test
    void aKeywordInsideAStringOrAnIdentifierIsNotColouredAsOne() {
        String text = "SELECT N'FROM it''s' AS [FROM] -- WHERE";
        List<String> keywords = Highlight.of(text, Language.TSQL).stream()
                .filter(span -> span.kind() == Span.Kind.KEYWORD)
                .map(span -> text.substring(span.from(), span.to()))
                .toList();
        assertEquals(List.of("SELECT", "AS"), keywords);
    }

    @Test
    void aCommentOverSeveralLinesIsColouredInEachOfThem() {
        List<ScriptLine> lines = new ScriptLines()
                .code(STEP, "/* one\ntwo\nthree */ SELECT 1", Language.TSQL)
                .list();
        assertTrue(
                lines.stream().limit(2).allMatch(line -> line.spans().getFirst().kind() == Span.Kind.COMMENT));
    }

    @Test
    void aLongScriptIsCutIntoItsLines() {
        String text = IntStream.range(0, 10_000)
                .mapToObj(line -> "SELECT N'" + line + "' AS [column " + line + "];")
                .collect(Collectors.joining("\n"));
        assertEquals(
                10_000, new ScriptLines().code(STEP, text, Language.TSQL).list().size());
    }

    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconIsInTheFont(Icon icon) {
        assertEquals(icon.literal(), Feather.findByDescription(icon.literal()).getDescription());
    }

    @Test
    void everyWordPassesTheMessageFormat() throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(
                PartsTest.class.getResourceAsStream("/keyturn/ui/words.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        words.stringPropertyNames().forEach(key -> {
            assertTrue(key.startsWith("ui."), key);
            assertTrue(
                    !new MessageFormat(words.getProperty(key)).toPattern().isEmpty()
                            || words.getProperty(key).isEmpty(),
                    key);
        });
    }

    @Test
    void timesAreWrittenAsPeopleReadThem() {
        assertEquals("0.18 s", WindowTimes.duration(Duration.ofMillis(180)));
        assertEquals("4 s", WindowTimes.duration(Duration.ofSeconds(4)));
        assertEquals("1 min 12 s", WindowTimes.duration(Duration.ofSeconds(72)));
        assertEquals("10 min", WindowTimes.duration(Duration.ofMinutes(10)));
        assertEquals("2 h 5 min", WindowTimes.duration(Duration.ofMinutes(125)));
    }
}
