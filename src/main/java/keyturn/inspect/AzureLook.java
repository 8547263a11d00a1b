package keyturn.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Ties;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;

/**
 * Looks at Azure doors while SQL Server is being asked: a few questions at a time, and all within a minute and a half. What was
 * not answered by then is unknown, and nothing else is; the look at SQL Server suffers by none of it.
 */
final class AzureLook implements AutoCloseable {

    private static final int AT_A_TIME = 8;
    private static final Duration MOST = Duration.ofSeconds(90);
    /** For what was answered by then to be put together. */
    private static final Duration GATHERING = Duration.ofSeconds(5);

    /** The directory's own number for a secret whose time is over. */
    private static final String SECRET_EXPIRED = "login.AADSTS7000222";

    private final AzureReaders doors;
    private final Asking asking;
    private final CompletableFuture<AzureSight> sight;

    AzureLook(AzureReaders doors) {
        this(doors, MOST);
    }

    AzureLook(AzureReaders doors, Duration most) {
        this.doors = doors;
        this.asking = new Asking(most);
        this.sight = asking.later(this::look);
    }

    /** Questions on threads of their own, few at a time, and the problems that came up. */
    static final class Asking implements AutoCloseable {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Semaphore places = new Semaphore(AT_A_TIME);
        private final Map<String, Problem> problems = new LinkedHashMap<>();
        private final Duration most;
        private final long endsAt;

        Asking(Duration most) {
            this.most = most;
            this.endsAt = System.nanoTime() + most.toNanos();
        }

        /** Something that asks others: takes no place itself. */
        <T> CompletableFuture<T> later(Supplier<T> what) {
            return CompletableFuture.supplyAsync(what, threads);
        }

        /** One question to a door; what is not answered when the time of the whole look is over, is told as late. */
        <T> CompletableFuture<Told<T>> ask(Supplier<Told<T>> question) {
            return later(() -> {
                        places.acquireUninterruptibly();
                        try {
                            return question.get();
                        } finally {
                            places.release();
                        }
                    })
                    .completeOnTimeout(late(), endsAt - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        private <T> Told<T> late() {
            return new Told.Failed<>(
                    new Problem("azure.late", why(), Optional.empty(), Message.of("inspect.azure.late.next")));
        }

        private Message why() {
            return Message.of("inspect.azure.late", most.toSeconds());
        }

        /** The same trouble with several questions is told once. */
        synchronized <T> Told<T> noted(Told<T> told) {
            problem(told).ifPresent(each -> problems.putIfAbsent(each.code() + each.summary(), each));
            return told;
        }

        synchronized List<Problem> problems() {
            return List.copyOf(problems.values());
        }

        private static <T> Optional<Problem> problem(Told<T> told) {
            return switch (told) {
                case Told.Answered<T> answered -> Optional.empty();
                case Told.Forbidden<T> forbidden -> Optional.of(forbidden.problem());
                case Told.Failed<T> failed -> Optional.of(failed.problem());
            };
        }

        /** Anyone who still waits for an answer is interrupted. */
        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private AzureSight look() {
        var vaults = doors.vaults().stream()
                .map(door -> asking.later(() -> new VaultLook(doors, door, asking).look()))
                .toList();
        Fact<AzureSight.ApplicationSeen> application = application();
        List<VaultSight> seen = joined(vaults);
        return new AzureSight(seen, application, asking.problems(), expired(), List.of(), engine());
    }

    private Optional<ClientId> engine() {
        return doors.application().filter(client -> doors.signedInAs().equals(Optional.of(client)));
    }

    /** Only where the secret that was refused is that of SQL Server's own application. */
    private Optional<ClientId> expired() {
        return engine().filter(
                        client -> asking.problems().stream().map(Problem::code).anyMatch(SECRET_EXPIRED::equals));
    }

    static <T> List<T> joined(Collection<CompletableFuture<T>> futures) {
        return futures.stream().map(CompletableFuture::join).toList();
    }

    private Fact<AzureSight.ApplicationSeen> application() {
        Optional<ClientId> client = doors.application();
        Optional<DirectoryReader> directory = doors.directory();
        if (client.isEmpty() || directory.isEmpty()) {
            return new Fact.Unknown<>(
                    Message.of(client.isEmpty() ? "inspect.azure.noApplication" : "inspect.azure.noDirectory"));
        }
        return application(directory.get(), client.get()).join();
    }

    private CompletableFuture<Fact<AzureSight.ApplicationSeen>> application(
            DirectoryReader directory, ClientId client) {
        return asking.ask(() -> asking.noted(directory.application(client)))
                .thenApply(told -> told.fact("applications"));
    }

    /** What is there by now, or within the time that is left to it; with the applications that credentials are known to sign in as. */
    AzureSight sight(Ties ties) {
        var tied = ties.applications().stream().map(this::tied).toList();
        AzureSight sight = sight();
        return withOwn(tied.isEmpty() ? sight : sight.with(joined(tied), asking.problems()));
    }

    /** The sign-in has worked where its own application was read. */
    private AzureSight withOwn(AzureSight seen) {
        return doors.ownSecret()
                .map(own -> new AzureSight.OwnSecret(
                        own.client(),
                        seen.application(own.client())
                                .flatMap(Fact::value)
                                .flatMap(application -> application.which(own.secret(), Instant.now()))
                                .map(AzureSight.SecretSeen::keyId)))
                .map(seen::with)
                .orElse(seen);
    }

    private CompletableFuture<AzureSight.TiedApplication> tied(ClientId client) {
        return doors.directory()
                .map(directory -> application(directory, client))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(new Fact.Unknown<>(Message.of("inspect.azure.noDirectory"))))
                .thenApply(seen -> new AzureSight.TiedApplication(client, seen));
    }

    AzureSight sight() {
        try {
            return sight.get(asking.most.plus(GATHERING).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return nothing(Message.of("inspect.azure.stopped"));
        } catch (TimeoutException late) {
            return nothing(asking.why());
        } catch (java.util.concurrent.ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    private AzureSight nothing(Message why) {
        List<VaultSight> vaults = doors.vaults().stream()
                .map(VaultDoor::address)
                .map(address -> new VaultSight(
                        address,
                        new Fact.Unknown<>(why),
                        new Fact.Unknown<>(why),
                        new Fact.Unknown<>(why),
                        new Fact.Unknown<>(why),
                        new Fact.Unknown<>(why)))
                .toList();
        return new AzureSight(vaults, new Fact.Unknown<>(why), asking.problems());
    }

    @Override
    public void close() {
        asking.close();
    }
}
