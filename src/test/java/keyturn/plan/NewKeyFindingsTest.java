package keyturn.plan;

import static keyturn.plan.SeenRotation.ID;
import static keyturn.plan.SeenRotation.dated;
import static keyturn.plan.SeenRotation.key;
import static keyturn.plan.SeenRotation.tier;
import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.step.KeyStep;
import keyturn.plan.words.StepWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason by which a vault key does not fit, and each warning where it does: one finding, with its words. */
final class NewKeyFindingsTest {

    private static final Instant NOW = SeenWorld.TAKEN;
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @MethodSource("reasons")
    void theFindingIsThereAndIsWorded(String code, Severity severity, SeenRotation seen) {
        Finding found = seen.findings().stream()
                .filter(one -> one.code().equals(code) && one.severity() == severity)
                .findFirst()
                .orElseThrow(() -> new AssertionError(seen.findings().stream()
                        .map(one -> one.severity() + " " + one.code())
                        .toList()));
        assertTrue(!found.reason().text().contains("{"), found.reason().text());
        assertTrue(found.next().filter(next -> !next.text().contains("{")).isPresent(), found.toString());
        boolean blocks = seen.planned() instanceof PlanOutcome.Blocked;
        assertEquals(severity == Severity.BLOCKS, blocks, seen.planned().toString());
    }

    static Stream<Arguments> reasons() {
        return Stream.of(unfit(), sizes(), builds(), hsms(), logins()).flatMap(all -> all);
    }

    private static Stream<Arguments> unfit() {
        VaultSight.Key certificate =
                new VaultSight.Key("new-key", true, Map.of(), known(List.of()), SeenWorld.unknown());
        return Stream.of(
                blocks("vault-missing", new SeenRotation().vault()),
                blocks("vault-taken", new SeenRotation().create(false, 2048).vault(key("RSA", 2048))),
                blocks("vault-deleted", new SeenRotation().vault(List.of("NEW-KEY"), known(tier(false)))),
                blocks(
                        "vault-deleted",
                        new SeenRotation().create(false, 2048).vault(List.of("new-key"), known(tier(false)))),
                blocks("vault-type", new SeenRotation().vault(key("EC", 256))),
                blocks("vault-type", new SeenRotation().vault(key("EC-HSM", 384))),
                blocks("vault-certificate", new SeenRotation().vault(certificate)),
                blocks("vault-disabled", new SeenRotation().vault(dated(false, Optional.empty(), Optional.empty()))),
                blocks(
                        "vault-expired",
                        new SeenRotation().vault(dated(true, Optional.empty(), Optional.of(NOW.minus(DAY))))),
                blocks(
                        "vault-not-yet",
                        new SeenRotation().vault(dated(true, Optional.of(NOW.plus(DAY)), Optional.empty()))),
                warns(
                        "vault-expires",
                        new SeenRotation().vault(dated(true, Optional.empty(), Optional.of(NOW.plus(DAY))))),
                blocks(
                        "vault-version",
                        young("2020-11-24")
                                .vaultKey("new-key/" + "f".repeat(32))
                                .vault(key("RSA", 2048))));
    }

    private static Stream<Arguments> sizes() {
        return Stream.of(
                blocks("vault-size", new SeenRotation().vault(key("RSA", 4096))),
                blocks("vault-size", young("2024-11-09").vault(key("RSA", 1024))),
                blocks("vault-3072-build", new SeenRotation().vault(key("RSA", 3072))),
                blocks("vault-3072-old", young("2020-11-23").vault(key("RSA", 3072))),
                blocks("vault-3072-date", undated().create(false, 3072)),
                warns("vault-3072", young("2020-11-24").create(false, 3072)));
    }

    private static Stream<Arguments> builds() {
        return Stream.of(
                blocks("version-build", new SeenRotation().vaultKey("new-key/" + ID)),
                blocks("version-old", young("2020-09-11").vaultKey("new-key/" + ID)),
                blocks("version-date", undated().vaultKey("new-key/" + ID)),
                blocks(
                        "version-date",
                        new SeenRotation().world(world -> world.loaded()).vaultKey("new-key/" + ID)),
                warns("version", young("2024-11-09").vaultKey("new-key/" + ID)));
    }

    private static Stream<Arguments> hsms() {
        return Stream.of(
                blocks("vault-hsm", new SeenRotation().world(on("15.0.4430.1")).vault(key("RSA-HSM", 2048))),
                blocks(
                        "vault-hsm-update",
                        new SeenRotation().world(on("16.0.4115.5")).vault(key("RSA-HSM", 2048))),
                warns("vault-hsm", young("2024-11-09").world(on("16.0.4125.3")).vault(key("RSA-HSM", 2048))),
                blocks(
                        "vault-hsm-build",
                        new SeenRotation().world(on("16.0.4125.3")).vault(key("RSA-HSM", 2048))),
                blocks(
                        "vault-hsm-old",
                        young("2020-09-11").world(on("17.0.1000.7")).vault(key("RSA-HSM", 2048))),
                blocks("vault-hsm-date", undated().world(on("17.0.1000.7")).vault(key("RSA-HSM", 2048))),
                warns("vault-hsm", young("2024-11-09").world(on("17.0.1000.7")).vault(key("RSA-HSM", 2048))),
                blocks("vault-standard", new SeenRotation().create(true, 2048).vault()),
                warns("vault-tier", young("2024-11-09").create(true, 2048).vault(List.of(), SeenWorld.unknown())));
    }

    private static Stream<Arguments> logins() {
        return Stream.of(blocks("old-disabled", new SeenRotation().oldDisabled()));
    }

    @Test
    void aKeyThatFitsIsFineAndTheStepThatOpensItKnowsTheVersion() {
        Plan plan = new SeenRotation().vault(key("RSA", 2048)).plan();
        KeyStep.OpenKey open = plan.steps().stream()
                .filter(KeyStep.OpenKey.class::isInstance)
                .map(KeyStep.OpenKey.class::cast)
                .findFirst()
                .orElseThrow();

        assertEquals(Optional.of(ID), open.version());
        assertTrue(StepWords.of(open).trueAfter().text().contains(ID));
        assertInstanceOf(
                PlanOutcome.Ready.class,
                young("2024-11-09")
                        .create(true, 2048)
                        .vault(List.of(), known(tier(true)))
                        .planned());
    }

    private static java.util.function.Consumer<SeenWorld> on(String version) {
        return world -> world.version(version);
    }

    private static SeenRotation young(String day) {
        return loaded(known(LocalDate.parse(day)));
    }

    private static SeenRotation undated() {
        return loaded(SeenWorld.unknown());
    }

    private static SeenRotation loaded(Fact<LocalDate> date) {
        return new SeenRotation()
                .world(world ->
                        world.loaded(known(List.of(new LoadedModule(SeenWorld.OLD.value(), "15.0.2000.440", date)))));
    }

    private static Arguments blocks(String rule, SeenRotation seen) {
        return Arguments.of("plan.rotate." + rule, Severity.BLOCKS, seen);
    }

    private static Arguments warns(String rule, SeenRotation seen) {
        return Arguments.of("plan.rotate." + rule, Severity.ATTENTION, seen);
    }
}
