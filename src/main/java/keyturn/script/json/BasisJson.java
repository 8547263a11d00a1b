package keyturn.script.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.LoginFact;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Missing;

/**
 * The one written form of the facts that a plan relies on: by node, then by kind, then by name, then by fact. A text is a
 * text, a flag is true or false, null is none; what has no value for another reason is written {@code {"is": why}}.
 */
final class BasisJson {

    private static final String SERVER = "server";
    private static final String PERMISSIONS = "permissions";
    private static final String PROVIDERS = "providers";
    private static final String FILES = "files";
    private static final String KEYS = "keys";
    private static final String LOGINS = "logins";
    private static final String CREDENTIALS = "credentials";
    private static final String ALTERED = "altered";
    private static final String SECRETS = "newestSecrets";
    private static final String DATABASES = "databases";
    private static final String IS = "is";

    private BasisJson() {}

    static ObjectNode write(Basis basis) {
        ObjectNode nodes = JsonNodeFactory.instance.objectNode();
        basis.facts().forEach((key, value) -> {
            ObjectNode node = nodes.withObjectProperty(key.node().value());
            put(node, key, write(value));
        });
        return nodes;
    }

    private static void put(ObjectNode node, FactKey key, JsonNode value) {
        switch (key) {
            case FactKey.OfServer server -> node.withObjectProperty(SERVER).set(written(server.fact()), value);
            case FactKey.OfPermission of ->
                of(node, PERMISSIONS, of.permission().securable())
                        .set(of.permission().name(), value);
            case FactKey.OfProvider of ->
                of(node, PROVIDERS, of.provider().value()).set(written(of.fact()), value);
            case FactKey.OfFile of ->
                node.withObjectProperty(FILES).set(of.file().value(), value);
            case FactKey.OfKey of -> node.withObjectProperty(KEYS).set(of.key().value(), value);
            case FactKey.OfLogin of -> of(node, LOGINS, of.login().value()).set(written(of.fact()), value);
            case FactKey.OfCredential of ->
                node.withObjectProperty(CREDENTIALS).set(of.credential().value(), value);
            case FactKey.OfAlteration of ->
                node.withObjectProperty(ALTERED).set(of.credential().value(), value);
            case FactKey.OfNewestSecret of ->
                node.withObjectProperty(SECRETS).set(of.application().value(), value);
            case FactKey.OfDatabase of ->
                of(node, DATABASES, of.database().value()).set(written(of.fact()), value);
        }
    }

    /** What is told of this one among those of its kind. */
    private static ObjectNode of(ObjectNode node, String kind, String name) {
        return node.withObjectProperty(kind).withObjectProperty(name);
    }

    private static JsonNode write(FactValue value) {
        return switch (value) {
            case FactValue.Text text -> JsonNodeFactory.instance.textNode(text.text());
            case FactValue.Flag flag -> JsonNodeFactory.instance.booleanNode(flag.set());
            case Missing missing ->
                missing == Missing.NONE
                        ? JsonNodeFactory.instance.nullNode()
                        : JsonNodeFactory.instance.objectNode().put(IS, written(missing));
        };
    }

    static Basis read(Fields nodes) {
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        nodes.names().forEach(name -> {
            NodeName node = nodes.name(name, NodeName::new);
            named(nodes.object(name), node, facts);
            ofSecrets(nodes.object(name), node, facts);
            grouped(nodes.object(name), node, facts);
        });
        return new Basis(facts);
    }

    /** Facts that stand under one name each. */
    private static void named(Fields of, NodeName node, SortedMap<FactKey, FactValue> facts) {
        each(
                of,
                SERVER,
                (server, fact) -> facts.put(
                        new FactKey.OfServer(node, constant(server, fact, ServerFact::valueOf)), value(server, fact)));
        each(
                of,
                FILES,
                (files, file) ->
                        facts.put(new FactKey.OfFile(node, files.name(file, DllPath::new)), value(files, file)));
        each(
                of,
                KEYS,
                (keys, key) ->
                        facts.put(new FactKey.OfKey(node, keys.name(key, AsymmetricKeyName::new)), value(keys, key)));
        each(
                of,
                CREDENTIALS,
                (all, one) ->
                        facts.put(new FactKey.OfCredential(node, all.name(one, CredentialName::new)), value(all, one)));
    }

    private static void ofSecrets(Fields of, NodeName node, SortedMap<FactKey, FactValue> facts) {
        each(
                of,
                ALTERED,
                (all, one) ->
                        facts.put(new FactKey.OfAlteration(node, all.name(one, CredentialName::new)), value(all, one)));
        each(
                of,
                SECRETS,
                (all, one) ->
                        facts.put(new FactKey.OfNewestSecret(node, all.name(one, ClientId::new)), value(all, one)));
    }

    /** Facts of which there are several under one name. */
    private static void grouped(Fields of, NodeName node, SortedMap<FactKey, FactValue> facts) {
        permissions(of, node, facts);
        deep(
                of,
                PROVIDERS,
                ProviderName::new,
                ProviderFact::valueOf,
                (provider, fact) -> new FactKey.OfProvider(node, provider, fact),
                facts);
        deep(
                of,
                LOGINS,
                LoginName::new,
                LoginFact::valueOf,
                (login, fact) -> new FactKey.OfLogin(node, login, fact),
                facts);
        deep(
                of,
                DATABASES,
                DatabaseName::new,
                DatabaseFact::valueOf,
                (database, fact) -> new FactKey.OfDatabase(node, database, fact),
                facts);
    }

    private static void permissions(Fields of, NodeName node, SortedMap<FactKey, FactValue> facts) {
        each(
                of,
                PERMISSIONS,
                (all, securable) -> all.object(securable)
                        .names()
                        .forEach(permission -> facts.put(
                                new FactKey.OfPermission(node, new Permission(permission, securable)),
                                value(all.object(securable), permission))));
    }

    private static void each(Fields node, String kind, BiConsumer<Fields, String> reader) {
        if (node.has(kind)) {
            Fields all = node.object(kind);
            all.names().forEach(name -> reader.accept(all, name));
        }
    }

    private static <N, F> void deep(
            Fields node,
            String kind,
            Function<String, N> reader,
            Function<String, F> constants,
            BiFunction<N, F, FactKey> key,
            SortedMap<FactKey, FactValue> facts) {
        each(node, kind, (all, name) -> {
            N subject = all.name(name, reader);
            Fields own = all.object(name);
            own.names()
                    .forEach(fact -> facts.put(key.apply(subject, constant(own, fact, constants)), value(own, fact)));
        });
    }

    private static FactValue value(Fields facts, String name) {
        if (facts.isNull(name)) {
            return Missing.NONE;
        }
        if (facts.isObject(name)) {
            Fields missing = facts.object(name);
            return missing.text(IS, text -> Missing.valueOf(constantName(text)));
        }
        return facts.isTruth(name) ? new FactValue.Flag(facts.truth(name)) : new FactValue.Text(facts.text(name));
    }

    /** As the enum's constant, in lower case with hyphens. */
    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constantName(String written) {
        return written.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <F> F constant(Fields facts, String name, Function<String, F> constants) {
        return facts.name(name, text -> constants.apply(constantName(text)));
    }
}
