package keyturn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import org.junit.jupiter.api.Test;

/** How a look goes about: how much it asks, how much at a time, what it makes of answers that do not come. */
final class AzureLookTest {

    private static final VaultDoor DOOR =
            new VaultDoor(VaultAddress.parse("https://main.vault.azure.net"), Optional.empty());

    private static Problem problem(String code) {
        return new Problem(
                code, Message.of("inspect.azure.noRegion"), Optional.empty(), Message.of("inspect.noAnswer"));
    }

    private static VaultSight.Version version(int number) {
        return new VaultSight.Version(
                "%032x".formatted(number),
                true,
                Optional.of(Instant.ofEpochSecond(number)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Fact.Unknown<>(Message.of("inspect.noAnswer")));
    }

    /** Doors that a test makes by hand. */
    private static class Doors implements AzureReaders, VaultReader {

        final AtomicInteger materials = new AtomicInteger();
        private final int keys;
        private final IntFunction<Told<List<VaultSight.Version>>> versions;

        Doors(int keys, int versions) {
            this.keys = keys;
            this.versions = key -> new Told.Answered<>(IntStream.range(0, versions)
                    .mapToObj(AzureLookTest::version)
                    .toList());
        }

        @Override
        public List<VaultDoor> vaults() {
            return List.of(DOOR);
        }

        @Override
        public VaultReader vault(VaultDoor door) {
            return this;
        }

        @Override
        public Optional<DirectoryReader> directory() {
            return Optional.of(client -> new Told.Failed<>(problem("login.AADSTS1")));
        }

        @Override
        public Optional<ManagementReader> manager() {
            return Optional.empty();
        }

        @Override
        public Optional<ClientId> application() {
            return Optional.of(new ClientId("00000000-0000-4000-8000-000000000001"));
        }

        @Override
        public Optional<Problem> trial(ClientId application, Secret secret, KeyReference key) {
            return Optional.empty();
        }

        @Override
        public Optional<ClientId> signedInAs() {
            return Optional.empty();
        }

        @Override
        public VaultAddress address() {
            return DOOR.address();
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public Told<List<Listed>> keys() {
            return new Told.Answered<>(IntStream.range(0, keys)
                    .mapToObj(number -> new Listed("key-%04d".formatted(number), false, Map.of()))
                    .toList());
        }

        @Override
        public Told<List<VaultSight.Version>> versions(String key) {
            return versions.apply(0);
        }

        @Override
        public Told<VaultSight.Material> material(String key, String version) {
            materials.incrementAndGet();
            return new Told.Answered<>(new VaultSight.Material("RSA", 2048, Set.of("wrapKey"), Optional.empty()));
        }

        @Override
        public Told<VaultSight.RotationPolicy> rotationPolicy(String key) {
            return new Told.Forbidden<>(KeyRight.GET_ROTATION_POLICY.on(DOOR.address()), problem("vault.403"));
        }

        @Override
        public Told<List<VaultSight.DeletedKey>> deletedKeys() {
            return new Told.Forbidden<>(KeyRight.LIST.on(DOOR.address()), problem("vault.403"));
        }
    }

    private static AzureSight look(AzureReaders doors) {
        try (var look = new AzureLook(doors)) {
            return look.sight();
        }
    }

    @Test
    void theNewestVersionComesFirst() {
        VaultSight.Key key =
                look(new Doors(1, 3)).vaults().getFirst().key("KEY-0000").orElseThrow();
        assertEquals(
                List.of(version(2).id(), version(1).id(), version(0).id()),
                key.versions().value().orElseThrow().stream()
                        .map(VaultSight.Version::id)
                        .toList());
        assertEquals(version(2).id(), key.current().orElseThrow().id());
    }

    /** Each waits until eight are there: fewer would wait for ever, and a ninth is never seen. */
    @Test
    void eightQuestionsAtATime() {
        CyclicBarrier together = new CyclicBarrier(8);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Doors doors = new Doors(20, 20) {
            @Override
            public Told<VaultSight.Material> material(String key, String version) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                try {
                    together.await();
                } catch (InterruptedException | BrokenBarrierException alone) {
                    throw new IllegalStateException(alone);
                } finally {
                    now.decrementAndGet();
                }
                return super.material(key, version);
            }
        };
        look(doors);
        assertEquals(400, doors.materials.get());
        assertEquals(8, most.get());
    }

    @Test
    void moreThanAPersonWillReadIsListedAndNotAskedAbout() {
        Doors doors = new Doors(300, 10);
        List<VaultSight.Key> keys =
                look(doors).vaults().getFirst().keys().value().orElseThrow();
        assertEquals(300, keys.size());
        assertInstanceOf(Fact.Unknown.class, keys.getLast().versions());
        assertEquals(500, doors.materials.get());
        assertEquals(
                200,
                keys.stream().filter(key -> key.versions().value().isPresent()).count());
    }

    @Test
    void whatIsNotPermittedIsNoFaultAndWhatFailedIsAProblem() {
        AzureSight sight = look(new Doors(1, 1));
        VaultSight vault = sight.vaults().getFirst();
        assertEquals(
                new Fact.NotPermitted<>(KeyRight.GET_ROTATION_POLICY.on(DOOR.address())),
                vault.key("key-0000").orElseThrow().rotation());
        assertEquals(new Fact.NotPermitted<>(KeyRight.LIST.on(DOOR.address())), vault.deleted());
        assertEquals(
                List.of("login.AADSTS1"),
                sight.problems().stream().map(Problem::code).toList());
        assertTrue(vault.may(KeyRight.LIST).value().orElseThrow(), "it has just been listed");
        assertInstanceOf(Fact.Unknown.class, vault.may(KeyRight.CREATE));
    }

    @Test
    void whatIsLateIsUnknownAndNothingElseIs() {
        CountDownLatch never = new CountDownLatch(1);
        Doors doors = new Doors(1, 1) {
            @Override
            public Told<List<VaultSight.DeletedKey>> deletedKeys() {
                try {
                    never.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                return super.deletedKeys();
            }
        };
        try (var look = new AzureLook(doors, Duration.ofSeconds(1))) {
            VaultSight vault = look.sight().vaults().getFirst();
            assertEquals(new Fact.Unknown<>(Message.of("inspect.azure.late", 1)), vault.deleted());
            assertTrue(vault.key("key-0000").orElseThrow().versions().value().isPresent());
        }
    }

    /** Anyone who waits for a look and is interrupted, as by Cancel, gets what can be said by then. */
    @Test
    void aLookThatIsEndedEarlyLeavesNobodyWaiting() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Doors stuck = new Doors(1, 1) {
            @Override
            public Told<List<Listed>> keys() {
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return super.keys();
            }
        };
        Thread.currentThread().interrupt();
        AzureSight sight = look(stuck);
        assertTrue(Thread.interrupted(), "the interruption is kept for anyone who asked");
        assertInstanceOf(Fact.Unknown.class, sight.vaults().getFirst().keys());
    }
}
