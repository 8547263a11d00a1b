package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.cli.flow.FlowOptions;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.FlowPart;
import keyturn.tools.BesideOthers;
import keyturn.ui.wizard.FlowPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of flows and their parts, which is the one place that a new flow adds to. */
@BesideOthers
final class FlowPartsTest {

    /** What every flow says of itself in its own bundle; arguments do not matter here. */
    private static final List<String> WORDS = List.of(
            "name",
            "tour",
            "help",
            "help.examples",
            "window.title",
            "window.about",
            "window.card.title",
            "window.card.about",
            "window.card.name",
            "window.turn",
            "window.done",
            "ticket.impact.databases",
            "ticket.outage.restart",
            "ticket.confirmed",
            "ticket.unconfirmed",
            "ticket.test.restart",
            "ticket.backout.noReturn",
            "ticket.approvals.window");

    static Stream<FlowName> flows() {
        return Flows.all().stream().map(Flow::name);
    }

    @Test
    void everyPartThatIsWrittenIsListed() {
        Set<String> written = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("keyturn").stream()
                        .filter(type -> type.isAssignableTo(FlowPart.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        Set<String> listed = Flows.parts(FlowPart.class).stream()
                .map(part -> part.getClass().getName())
                .collect(Collectors.toSet());

        assertEquals(written, listed);
    }

    @Test
    void everyFlowHasItsPartInEachRoomInTheSameOrder() {
        List<FlowName> names = flows().toList();
        assertEquals(
                names,
                Flows.parts(FlowOptions.class).stream().map(FlowPart::name).toList());
        assertEquals(
                names, Flows.parts(FlowPages.class).stream().map(FlowPart::name).toList());
        assertEquals(names, names.stream().distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aFlowHasWordsOfItsOwnForEachRoom(FlowName flow) {
        for (String key : WORDS) {
            assertFalse(flow.words(key, 1, 2, 3).text().isBlank(), key);
        }
    }
}
