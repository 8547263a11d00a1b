package keyturn.practice.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;

/** A range with an administrator in it, and what statements about keys need of both. */
final class KeyRange implements AutoCloseable {

    /** What credentials of the scenarios hold: client id and secret of the practice application. */
    static final String SECRET = "00000000707261637469636500000001practice~NotASecret.OfAnybody-0123456789";

    static final String VAULT = "keyturn-practice-vault";
    static final String PROVIDER = "AzureKeyVault_EKM";

    private final Range range;
    private final Outsider outsider;
    private RangeClient client;

    private KeyRange(Range range) throws SQLException {
        this.range = range;
        this.outsider = new Outsider(range);
        this.client = RangeClient.administrator(range);
    }

    static KeyRange of(String scenario) throws IOException, SQLException {
        return new KeyRange(Range.start(RangeOptions.of(scenario)));
    }

    Range range() {
        return range;
    }

    RangeClient client() {
        return client;
    }

    Instance instance() {
        return range.server().instance();
    }

    void change(UnaryOperator<Instance> change) {
        range.server().change(change);
    }

    void restart() throws SQLException {
        range.restart();
        client = RangeClient.administrator(range);
    }

    /** FROM FILE may have left it disabled. */
    void enable() throws SQLException {
        client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
    }

    /** The one error of a batch, or {@code []}. */
    String run(String sql) throws SQLException {
        return client.run(sql).onlyError();
    }

    List<List<String>> rows(String sql) throws SQLException {
        return client.run(sql).rows();
    }

    /** The numbers of the errors of a batch whose one statement fails with several. */
    List<String> numbers(String sql) throws SQLException {
        return client.errors(sql).stream().map(e -> e.split(" ", 2)[0]).toList();
    }

    List<String> log() {
        return instance().history().errorLog().stream().map(LogLine::text).toList();
    }

    /** Opens a key of the vault as an asymmetric key of master. */
    String open(String name, String keyName) throws SQLException {
        return run("CREATE ASYMMETRIC KEY [" + name + "] FROM PROVIDER " + PROVIDER + " WITH PROVIDER_KEY_NAME = N'"
                + keyName + "', CREATION_DISPOSITION = OPEN_EXISTING");
    }

    /** All that a database needs to hang on a key of the vault, with names made of the key's. */
    void ready(String name, String keyName) throws SQLException {
        for (String statement : List.of(
                "CREATE ASYMMETRIC KEY [" + name + "] FROM PROVIDER " + PROVIDER + " WITH PROVIDER_KEY_NAME = N'"
                        + keyName + "', CREATION_DISPOSITION = OPEN_EXISTING",
                "CREATE LOGIN [" + name + "_login] FROM ASYMMETRIC KEY [" + name + "]",
                credential(name + "_cred", SECRET),
                "ALTER LOGIN [" + name + "_login] ADD CREDENTIAL [" + name + "_cred]")) {
            String error = run(statement);
            if (!error.equals("[]")) {
                throw new AssertionError(statement + ": " + error);
            }
        }
    }

    /** 33049, with the words of most codes. */
    static String ofName(String name, int code) {
        return "33049 16 2 Key with name '" + name + "' does not exist in the provider or access is denied. Provider"
                + " error code: " + code
                + ".  (Provider Error - No explanation is available, consult EKM Provider for details)";
    }

    void ekm(UnaryOperator<Ekm> change) {
        change(i -> i.with(change.apply(i.ekm())));
    }

    /** Who changes the vault from outside. */
    Outsider outside() {
        return outsider;
    }

    /** The id of a key's newest version, as the vault tells it. */
    String version(String key) {
        return outsider.keys(range).getKey(key).getProperties().getVersion();
    }

    static String credential(String name, String secret) {
        return "CREATE CREDENTIAL [" + name + "] WITH IDENTITY = '" + VAULT + "', SECRET = '" + secret
                + "' FOR CRYPTOGRAPHIC PROVIDER " + PROVIDER;
    }

    @Override
    public void close() throws SQLException {
        client.close();
        outsider.close();
        range.close();
    }
}
