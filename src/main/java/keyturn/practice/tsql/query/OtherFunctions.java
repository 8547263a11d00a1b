package keyturn.practice.tsql.query;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import keyturn.practice.tsql.query.Functions.Invocation;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** Functions of no larger family. */
final class OtherFunctions {

    private static final Charset CODE_PAGE = Charset.forName("windows-1252");

    private OtherFunctions() {}

    static void register(Registry registry) {
        Functions.typed(
                registry,
                "NEWID",
                0,
                0,
                call -> Expr.of(
                        SqlType.UNIQUEIDENTIFIER,
                        false,
                        "newid@" + System.identityHashCode(call),
                        Reach.ANY,
                        env -> UUID.randomUUID()));
        Functions.typed(registry, "ISNUMERIC", 1, 1, OtherFunctions::isNumeric);
        Functions.typed(registry, "HASHBYTES", 2, 2, OtherFunctions::hashBytes);
        Functions.typed(registry, "SQL_VARIANT_PROPERTY", 2, 2, OtherFunctions::variantProperty);
        Functions.typed(registry, "FORMAT", 2, 3, FormatFunction::bind);
    }

    private static Expr isNumeric(Invocation call) {
        Expr argument = call.argument(0);
        if (argument.type().isNumber() && !argument.isNull()) {
            return Expr.over(
                    SqlType.INT, false, "isnumeric", List.of(argument), env -> argument.eval(env) == null ? 0 : 1);
        }
        Expr text = Functions.text(argument);
        return Expr.over(SqlType.INT, false, "isnumeric", List.of(text), env -> {
            Object value = text.eval(env);
            return value != null && looksNumeric(value.toString().strip()) ? 1 : 0;
        });
    }

    private static boolean looksNumeric(String text) {
        return text.matches("[+-]?[$]?[+-]?(\\d[\\d,]*\\.?\\d*|\\.\\d+)([eEdD][+-]?\\d+)?")
                || text.matches("[+\\-.,$]");
    }

    private static Expr hashBytes(Invocation call) {
        Expr algorithm = call.argument(0).as(SqlType.varchar(20));
        Expr input = call.argument(1);
        Expr text = input.type().isBinary() ? input : Functions.text(input);
        boolean unicode = text.type().isUnicode();
        return Expr.over(SqlType.varbinary(8000), true, "hashbytes", List.of(algorithm, text), env -> {
            Object name = algorithm.eval(env);
            Object value = text.eval(env);
            if (name == null || value == null) {
                return null;
            }
            byte[] content = value instanceof Bytes bytes
                    ? bytes.toArray()
                    : value.toString().getBytes(unicode ? StandardCharsets.UTF_16LE : CODE_PAGE);
            return digest(name.toString().toUpperCase(Locale.ROOT), content);
        });
    }

    private static @Nullable Bytes digest(String name, byte[] content) {
        String algorithm =
                switch (name) {
                    case "MD5" -> "MD5";
                    case "SHA", "SHA1" -> "SHA-1";
                    case "SHA2_256" -> "SHA-256";
                    case "SHA2_512" -> "SHA-512";
                    default -> "";
                };
        if (algorithm.isEmpty()) {
            return null;
        }
        try {
            return Bytes.of(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Expr variantProperty(Invocation call) {
        Expr value = call.argument(0).as(SqlType.SQL_VARIANT);
        Expr name = call.argument(1).as(SqlType.nvarchar(128));
        return call.strict(SqlType.SQL_VARIANT, List.of(value, name), a -> {
            SqlType type = ((Variant) a[0]).type();
            return switch (a[1].toString().toLowerCase(Locale.ROOT)) {
                case "basetype" ->
                    new Variant(SqlType.SYSNAME, type.kind() == SqlType.Kind.DECIMAL ? "decimal" : type.typeName());
                case "precision" -> type.precision() == 0 ? null : new Variant(SqlType.INT, type.precision());
                case "scale" -> new Variant(SqlType.INT, type.scale());
                case "maxlength" ->
                    type.length() == 0 ? null : new Variant(SqlType.INT, type.length() * (type.isUnicode() ? 2 : 1));
                default -> null;
            };
        });
    }
}
