package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import keyturn.tools.Picture;
import keyturn.tools.ResultTable;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four main pages in every size of the window and scale of the screen: {@code home-light-1024-150.png}. */
@Tag("pictures")
final class MainPicturesTest {

    private static final List<Integer> PERCENTS = List.of(100, 150, 200);

    /** What is pressed to come to a page from the one before. */
    private static final SequencedMap<String, List<String>> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("home", List.of("practice"));
        PAGES.put("preview", List.of("next", "next", "next"));
        PAGES.put("run", List.of("approve"));
        PAGES.put("verdict", List.of("next"));
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1024, 700", "DARK, 1024, 700",
        "LIGHT, 1280, 800", "DARK, 1280, 800",
        "LIGHT, 1920, 1080", "DARK, 1920, 1080"
    })
    void eachMainPageIsDrawnInEachScale(Appearance.Choice theme, int width, int height, TestReporter table)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        try (DrawnWindow window = new DrawnWindow(new HandMade(), theme, width, height)) {
            for (var page : PAGES.entrySet()) {
                for (String button : page.getValue()) {
                    window.press(button);
                }
                for (int percent : PERCENTS) {
                    String name = "%s-%s-%d-%d.png"
                            .formatted(page.getKey(), theme.name().toLowerCase(Locale.ROOT), width, percent);
                    window.picture(name, percent / 100.0);
                    Dimension asked = new Dimension(width * percent / 100, height * percent / 100);
                    if (!asked.equals(size(name))) {
                        wrong.add(name + " " + size(name));
                    }
                }
            }
        }
        table.publishEntry(ResultTable.FIGURE, PAGES.size() * PERCENTS.size() + " pictures");
        assertEquals(List.of(), wrong);
    }

    private static Dimension size(String name) throws IOException {
        Path file = Picture.FOLDER.resolve(name);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            return new Dimension(reader.getWidth(0), reader.getHeight(0));
        }
    }
}
