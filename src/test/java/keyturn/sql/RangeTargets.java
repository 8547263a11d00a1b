package keyturn.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.domain.NodeName;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.practice.Range;

/** How a running range is reached: as any server is, by address, login and certificate. */
public final class RangeTargets {

    private RangeTargets() {}

    public static Target administrator(Range range) {
        return of(range, range.user(), range.password(), new Target.Verified(Optional.of(range.certificate())));
    }

    public static Target reader(Range range) {
        return of(range, range.reader(), range.readerPassword(), new Target.Verified(Optional.of(range.certificate())));
    }

    static Target withPassword(Range range, String password) {
        return of(range, range.user(), password, new Target.Verified(Optional.of(range.certificate())));
    }

    static Target trusting(Range range, Target.Tls tls) {
        return of(range, range.user(), range.password(), tls);
    }

    static Target.Tls pem(Path file) {
        return new Target.Verified(Optional.of(file));
    }

    private static Target of(Range range, String user, String password, Target.Tls tls) {
        var address = new ServerAddress("127.0.0.1", Optional.empty(), OptionalInt.of(range.port()));
        var node = new Target.Node(new NodeName("practice"), address);
        return new Target(List.of(node), new Target.SqlLogin(user, Secret.of(password.toCharArray())), tls);
    }
}
