package keyturn.inspect;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Underway;
import keyturn.inspect.host.HostFacts;
import keyturn.inspect.ties.KnownTies;

/**
 * Takes an inspection in a constant number of round trips, however many databases: who and what first, then the facts we
 * may see there, then keys inside the databases that we may enter, the dates of the files that are loaded, and, where paths
 * are named, the files at them. Azure doors, where there are any, are looked at meanwhile.
 */
public final class Inspector {

    /** {@code sys.dm_os_file_exists} and {@code sys.dm_os_enumerate_filesystem} came with 2017. */
    private static final int FILE_EXISTS_SINCE = 14;

    /** {@code vlf_encryptor_thumbprint} came with 2019. */
    private static final int LOG_THUMBPRINT_SINCE = 15;

    private final Clock clock;
    private final KnownTies ties;

    /** Of a machine on which nothing is known of the applications of credentials. */
    public Inspector(Clock clock) {
        this(clock, KnownTies.NONE);
    }

    /** @param ties asked once for each whole look */
    public Inspector(Clock clock, KnownTies ties) {
        this.clock = clock;
        this.ties = ties;
    }

    /**
     * Leaves the session open; looks at no file.
     *
     * @throws Problem.Raised if the server cannot be asked at all, or is none that Keyturn works with ({@code server.*})
     */
    public Inspection inspect(Session session) throws Problem.Raised {
        return inspect(session, List.of());
    }

    /**
     * Leaves the session open.
     *
     * @param paths files whose presence matters, such as the chosen DLL and the one in use
     * @throws Problem.Raised if the server cannot be asked at all, or is none that Keyturn works with ({@code server.*})
     */
    public Inspection inspect(Session session, List<DllPath> paths) throws Problem.Raised {
        return inspect(session, paths, Scope.WHOLE);
    }

    /**
     * The same, of as much as is asked for.
     *
     * @throws Problem.Raised likewise
     */
    public Inspection inspect(Session session, List<DllPath> paths, Scope scope) throws Problem.Raised {
        Optional<AzureLook> azure =
                scope instanceof Scope.Whole ? session.azure().map(AzureLook::new) : Optional.empty();
        try {
            Inspection seen = ofServer(session, paths, scope);
            Ties known = scope instanceof Scope.Whole ? ties.of(seen.identity().name()) : Ties.NONE;
            Inspection tied = HostFacts.added(
                    session.host().filter(door -> scope instanceof Scope.Whole), seen.withTies(known), paths);
            return azure.map(look -> tied.withAzure(look.sight(known))).orElse(tied);
        } finally {
            azure.ifPresent(AzureLook::close);
        }
    }

    /**
     * The server's clock, with its offset from UTC; empty where the answer has none.
     *
     * @throws Problem.Raised if the connection is gone
     */
    public Optional<OffsetDateTime> serverTime(Session session) throws Problem.Raised {
        return session.sql().read("SELECT SYSDATETIMEOFFSET() AS server_now;").stream()
                .filter(SqlReader.Rows.class::isInstance)
                .map(SqlReader.Rows.class::cast)
                .flatMap(answer -> answer.rows().stream())
                .flatMap(row -> Stream.ofNullable(row.get("server_now")))
                .filter(OffsetDateTime.class::isInstance)
                .map(OffsetDateTime.class::cast)
                .findFirst();
    }

    /** Questions that hold nothing of a server: what stands in their texts is Keyturn's own. */
    public static List<String> ownQuestions() {
        return List.of(
                Who.batch(),
                SectionAnswers.batch(EnumSet.allOf(Section.class), LOG_THUMBPRINT_SINCE, Scope.WHOLE),
                KeyTracesLook.room(),
                KeyTracesLook.history(Thumbprint.of(new byte[] {0})),
                DatabaseKeys.batch(List.of("")),
                ErrorLog.batch());
    }

    private Inspection ofServer(Session session, List<DllPath> paths, Scope scope) throws Problem.Raised {
        var takenAt = clock.instant();
        Who who = Who.ask(session.sql());
        Map<Section, Fact<List<Row>>> unsent = unsent(who, scope);
        EnumSet<Section> sent = EnumSet.allOf(Section.class);
        sent.removeAll(unsent.keySet());
        int major = who.identity().majorVersion();
        List<SqlReader.Result> results = session.sql().read(SectionAnswers.batch(sent, major, scope));
        var answers = new SectionAnswers(results, unsent, who.rights());
        Surroundings around = new SurroundingsMaker(answers).surroundings(keysInside(session, answers, scope));
        var modules = new ModuleDates(session.sql(), major >= FILE_EXISTS_SINCE)
                .of(FactMaker.modules(answers), FactMaker.startedAt(answers));
        var seen = new Inspection(who.identity(), takenAt, new FactMaker(answers, who.rights(), modules).facts(around));
        return scope instanceof Scope.Whole
                ? withFiles(session, seen, paths)
                : seen.withFiles(new FileLook(session.sql(), major >= FILE_EXISTS_SINCE).at(paths));
    }

    private static Fact<List<Surroundings.OtherUse>> keysInside(Session session, SectionAnswers answers, Scope scope)
            throws Problem.Raised {
        return scope instanceof Scope.OneDatabase
                ? new Fact.Unknown<>(Message.of("inspect.outside", DatabaseKeys.SOURCE))
                : new DatabaseKeys(session.sql()).read(answers);
    }

    /**
     * The same look, with files looked at too: for a path that was chosen after it.
     *
     * @param paths none: no round trip
     * @throws Problem.Raised if the connection is gone
     */
    public Inspection withFiles(Session session, Inspection seen, List<DllPath> paths) throws Problem.Raised {
        return seen.withFiles(
                new FileLook(session.sql(), seen.identity().majorVersion() >= FILE_EXISTS_SINCE).stamped(paths));
    }

    /**
     * The same look, with folders for backups looked at too.
     *
     * @param folders none: no round trip
     * @throws Problem.Raised if the connection is gone
     */
    public Inspection withFolders(Session session, Inspection seen, List<BackupFolder> folders) throws Problem.Raised {
        boolean byFunction = seen.identity().majorVersion() >= FILE_EXISTS_SINCE;
        List<BackupFolder> onServer =
                folders.stream().filter(folder -> !folder.isUrl()).toList();
        return onServer.isEmpty()
                ? seen
                : Underway.withFolders(seen, new FolderLook(session.sql(), byFunction).at(onServer));
    }

    /**
     * The same look, with the keys that protect databases tried as SQL Server's application; unchanged where there is no door to a
     * vault.
     */
    public Inspection withTrials(Session session, Inspection seen, ClientId application, Secret secret) {
        return session.azure()
                .flatMap(doors -> seen.facts()
                        .azure()
                        .map(sight -> sight.with(new KeyTrials(doors, application, secret).of(seen))))
                .map(seen::withAzure)
                .orElse(seen);
    }

    private static Map<Section, Fact<List<Row>>> unsent(Who who, Scope scope) {
        Map<Section, Fact<List<Row>>> unsent = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            reason(section, who, scope).ifPresent(fact -> unsent.put(section, fact));
        }
        return unsent;
    }

    private static Optional<Fact<List<Row>>> reason(Section section, Who who, Scope scope) {
        if (!section.within(scope)) {
            return Optional.of(new Fact.Unknown<>(Message.of("inspect.outside", section.source())));
        }
        var missing = section.need(who.rights()).filter(need -> !who.rights().meet(need));
        if (missing.isPresent()) {
            return missing.map(need -> new Fact.NotPermitted<>(need.least()));
        }
        if (section == Section.DLL_FILES && who.identity().majorVersion() < FILE_EXISTS_SINCE) {
            return Optional.of(new Fact.Unknown<>(Message.of("inspect.since", section.source(), "2017")));
        }
        if ((section == Section.OLD_LOG || section == Section.DATA_FILES)
                && who.identity().majorVersion() < LOG_THUMBPRINT_SINCE) {
            return Optional.of(new Fact.Unknown<>(Message.of("inspect.since", section.source(), "2019")));
        }
        if (section == Section.LOG_CHAINS && who.notOpen() > 0) {
            return Optional.of(new Fact.Unknown<>(Message.of("inspect.notOpen", section.source(), who.notOpen())));
        }
        return Optional.empty();
    }
}
