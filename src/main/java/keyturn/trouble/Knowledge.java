package keyturn.trouble;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is known, read once from the data files.
 *
 * @param codes of the connector, by number
 * @param messages of SQL Server, by number
 * @param statuses numbers of other programs; one number can be several things
 * @param permissions that flows take, flow by flow
 * @param combinations the one that asks for most stands first
 */
public record Knowledge(
        Map<Integer, ProviderCode> codes,
        Map<Integer, ServerMessage> messages,
        List<ForeignPhrase> phrases,
        List<StatusCode> statuses,
        List<Combination> combinations,
        List<Maker> makers,
        List<FlowPermission> permissions,
        Map<RootCause, CauseEntry> causes) {

    private static final String FOLDER = "/keyturn/trouble/";

    private static final Knowledge ALL = load();

    public static Knowledge all() {
        return ALL;
    }

    /** What is known of a cause; there is an entry for each. */
    public CauseEntry entry(RootCause cause) {
        return Objects.requireNonNull(causes.get(cause));
    }

    public Optional<ProviderCode> code(int number) {
        return Optional.ofNullable(codes.get(number));
    }

    public Optional<ServerMessage> message(int number) {
        return Optional.ofNullable(messages.get(number));
    }

    public List<StatusCode> statuses(int number) {
        return statuses.stream().filter(one -> one.number() == number).toList();
    }

    private static Knowledge load() {
        return new Knowledge(
                byNumber(Table.read(FOLDER + "provider-codes.csv", Knowledge::providerCode), ProviderCode::number),
                byNumber(Table.read(FOLDER + "messages.csv", Knowledge::serverMessage), ServerMessage::number),
                Table.read(
                        FOLDER + "phrases.csv",
                        row -> new ForeignPhrase(ForeignPhrase.Source.of(row.get(0)), row.get(1), causes(row.get(2)))),
                Table.read(
                        FOLDER + "statuses.csv",
                        row -> new StatusCode(
                                StatusCode.Kind.of(row.get(0)),
                                Integer.parseInt(row.get(1)),
                                row.get(2),
                                causes(row.get(3)))),
                Table.read(FOLDER + "combinations.csv", Knowledge::combination),
                Table.read(
                        FOLDER + "makers.csv",
                        row -> new Maker(
                                row.get(0),
                                Boolean.parseBoolean(row.get(1)),
                                List.of(row.get(2).split("\\|")))),
                Table.read(
                        FOLDER + "flow-permissions.csv",
                        row -> new FlowPermission(row.get(0), row.get(1), FlowPermission.Where.of(row.get(2)))),
                new EnumMap<>(Table.read(FOLDER + "causes.csv", Knowledge::cause).stream()
                        .collect(Collectors.toMap(CauseEntry::cause, Function.identity()))));
    }

    private static ProviderCode providerCode(List<String> row) {
        return new ProviderCode(
                Integer.parseInt(row.get(0)), row.get(1), Generation.of(row.get(2)), causes(row.get(3)));
    }

    private static ServerMessage serverMessage(List<String> row) {
        return new ServerMessage(
                Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)), row.get(2), causes(row.get(3)));
    }

    private static Combination combination(List<String> row) {
        return new Combination(
                Set.copyOf(Table.list(row.get(0), Integer::valueOf)),
                Set.copyOf(Table.list(row.get(1), Integer::valueOf)),
                causes(row.get(2)));
    }

    private static CauseEntry cause(List<String> row) {
        return new CauseEntry(
                RootCause.of(row.get(0)),
                Reaction.of(row.get(1)),
                Table.list(row.get(2), CheckName::of),
                Optional.of(row.get(3)).filter(flow -> !flow.isEmpty()),
                row.get(4).equals("yes"));
    }

    private static List<RootCause> causes(String field) {
        return Table.list(field, RootCause::of);
    }

    private static <T> Map<Integer, T> byNumber(List<T> all, Function<T, Integer> number) {
        Map<Integer, T> map = new TreeMap<>();
        all.forEach(one -> map.put(number.apply(one), one));
        return map;
    }
}
