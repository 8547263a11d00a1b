package keyturn;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms and what each may import. A rule without classes yet (a room that is still to be built) holds. */
@BesideOthers
final class ArchitectureTest {

    private static final String[] ADAPTERS = {"sql", "vault", "directory", "azure", "host"};
    private static final String[] PORTS = {"domain", "script", "inspect", "run", "entra"};
    private static final String[] INNER = {"domain", "plan", "script", "inspect", "run", "evidence", "trouble", "entra"
    };

    /** Room to the rooms that it may import; itself is understood. */
    private static final Map<String, String[]> ROOMS = rooms();

    private static final JavaClasses KEYTURN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("keyturn");

    private static Map<String, String[]> rooms() {
        Map<String, String[]> rooms = new TreeMap<>();
        rooms.put("domain", new String[] {});
        rooms.put("plan", new String[] {"domain"});
        rooms.put("script", new String[] {"domain", "plan"});
        rooms.put("inspect", new String[] {"domain"});
        rooms.put("run", new String[] {"domain", "plan", "script", "inspect"});
        rooms.put("evidence", new String[] {"domain", "plan", "script", "run"});
        rooms.put("trouble", new String[] {"domain", "plan", "inspect"});
        rooms.put("entra", new String[] {"domain"});
        for (String adapter : ADAPTERS) {
            rooms.put(adapter, PORTS);
        }
        rooms.put("ui", INNER);
        rooms.put("cli", INNER);
        rooms.put("practice", new String[] {});
        rooms.put("rehearsal", new String[] {"domain", "inspect", "practice"});
        rooms.put("app", everythingButTheRange(rooms.keySet()));
        return rooms;
    }

    /** {@code app} wires all rooms; the range and its adapter lie in a jar of their own that may be missing. */
    private static String[] everythingButTheRange(Set<String> rooms) {
        return rooms.stream()
                .filter(room -> !Set.of("practice", "rehearsal").contains(room))
                .toArray(String[]::new);
    }

    static Stream<String> roomNames() {
        return ROOMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("roomNames")
    void aRoomImportsNoOtherRoomThanTheTableHas(String room) {
        String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(ROOMS.getOrDefault(room, new String[] {})))
                .map(name -> "keyturn." + name + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage("keyturn." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("keyturn..").and(not(resideInAnyPackage(allowed)))));
    }

    /** So that adding a flow needs no edit elsewhere. */
    @Test
    void aFlowIsKnownInItsOwnFoldersAlone() {
        Set<String> wrong = KEYTURN.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(one -> !flow(one.getTargetClass()).isEmpty()
                        && !flow(one.getTargetClass()).equals(flow(one.getOriginClass())))
                .map(one -> one.getOriginClass().getName() + " knows "
                        + one.getTargetClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyClassLivesInARoomOfTheTable() {
        Set<String> others = KEYTURN.stream()
                .map(ArchitectureTest::room)
                .filter(room -> !ROOMS.containsKey(room))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), others);
    }

    @Test
    void roomsFormNoCycle() {
        check(slices().matching("keyturn.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyWindowAndAppKnowJavaFx() {
        check(noClasses()
                .that(not(resideInAnyPackage("keyturn.ui..", "keyturn.app..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."));
    }

    /** The system's colours are asked of the same class and lead to no thread. */
    @Test
    void onlyOneDoorLeadsToOtherThreads() {
        check(noClasses()
                .that(not(resideInAnyPackage("keyturn.ui.work..", "keyturn.app..")))
                .should()
                .accessTargetWhere(describe(
                        "a method of Platform that is about threads",
                        access -> access.getTargetOwner().isEquivalentTo(javafx.application.Platform.class)
                                && !access.getName().equals("getPreferences"))));
    }

    @Test
    void onlyRoomsThatReadOrWriteJsonKnowItsLibrary() {
        String[] allowed = Stream.concat(
                        Stream.of("script", "run", "evidence", "cli", "practice"), Arrays.stream(ADAPTERS))
                .map(name -> "keyturn." + name + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that(not(resideInAnyPackage(allowed)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "com.azure.json.."));
    }

    @Test
    void onlyCommandLineAndAppUseTheStandardStreams() {
        ArchRule rule = noClasses()
                .that(not(resideInAnyPackage("keyturn.cli..", "keyturn.app..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in");
        check(rule);
    }

    @Test
    void noClassHasANameThatEverythingMovesInto() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl"));
    }

    @Test
    void noPackageHasANameThatEverythingMovesInto() {
        List<String> names = List.of("common", "util", "utils", "helper", "impl", "manager");
        Set<String> wrong = KEYTURN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> Arrays.stream(name.split("\\.")).anyMatch(names::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), wrong);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(KEYTURN);
    }

    /** In whose folder of its room a class lives; empty: in none. */
    private static String flow(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 3 && parts[2].equals("flow") ? parts[3] : "";
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }
}
