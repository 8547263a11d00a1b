package keyturn.practice.server;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Mirror;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Security;

/** Surroundings that no statement can bring about: another file on disk, another edition, a partner that is behind. */
final class MessageGivens {

    private MessageGivens() {}

    static UnaryOperator<Instance> named(String name) {
        return switch (name) {
            case "dll-properties" -> file(f -> like(f, f.guid(), "Azure", true, 0, 0, 7, "1.1"));
            case "dll-api" -> file(f -> like(f, f.guid(), "Azure", true, 0, 0, 0, "2.0"));
            case "dll-name" -> file(f -> like(f, f.guid(), " ", true, 0, 0, 0, "1.1"));
            case "dll-initialize" -> file(f -> like(f, f.guid(), "Azure", true, 0, 1, 0, "1.1"));
            case "dll-unsigned" -> file(f -> like(f, f.guid(), "Azure", false, 0, 0, 0, "1.1"));
            case "dll-export" -> file(f -> like(f, f.guid(), "Azure", true, 3, 0, 0, "1.1"));
            case "other-product" -> file(f -> like(f, new UUID(1, 2), "Other", true, 0, 0, 0, "1.1"));
            case "standard-2016" -> MessageGivens::standard;
            case "slow-scans" -> scans(1);
            case "quick-scans" -> scans(1_000_000);
            case "mirror-suspended" -> MessageGivens::suspended;
            case "certificate-unsaved" -> MessageGivens::unsaved;
            default -> throw new IllegalArgumentException("nothing is given by '" + name + "'");
        };
    }

    private static UnaryOperator<Instance> file(UnaryOperator<DllFile> change) {
        return i -> i.with(i.ekm()
                .files(i.ekm().files().stream()
                        .map(f -> f.path().equals(MessageWay.NEW) ? change.apply(f) : f)
                        .toList()));
    }

    private static DllFile like(
            DllFile f, UUID guid, String name, boolean signed, int export, int initialize, int properties, String api) {
        return new DllFile(
                f.path(),
                f.version(),
                guid,
                f.date(),
                f.created(),
                f.size(),
                name,
                signed,
                true,
                export,
                initialize,
                properties,
                api);
    }

    private static Instance standard(Instance instance) {
        Identity is = instance.identity();
        return instance.with(new Identity(
                is.machine(),
                is.instance(),
                ProductVersion.of("13.0.5026.0"),
                "Standard Edition (64-bit)",
                is.clustered(),
                is.serviceAccount(),
                is.startedAt(),
                is.collation()));
    }

    private static UnaryOperator<Instance> scans(int megabytes) {
        return i -> i.with(i.ekm().with(i.ekm().behaviour().scanning(megabytes)));
    }

    private static Instance suspended(Instance instance) {
        return instance.withDatabases(instance.databases().stream()
                .map(d -> d.partners()
                        .mirror()
                        .map(m -> d.partners(
                                new Partners(Optional.empty(), Optional.of(new Mirror(true, false, m.partner())))))
                        .orElse(d))
                .toList());
    }

    /** With certificates that were never backed up. */
    static Instance unsaved(Instance instance) {
        Security is = instance.security();
        return instance.with(new Security(
                is.logins(),
                is.credentials(),
                is.mappings(),
                is.keys(),
                is.databaseKeys(),
                is.certificates().stream()
                        .map(c -> new Certificate(
                                c.id(),
                                c.name(),
                                c.thumbprint(),
                                c.subject(),
                                c.starts(),
                                c.expires(),
                                Optional.empty()))
                        .toList(),
                is.access()));
    }
}
