package keyturn.practice.tds;

import java.util.List;
import keyturn.practice.tds.codec.ByteSink;
import keyturn.practice.tds.codec.Collation;
import keyturn.practice.tds.codec.TypeWriter;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import org.jspecify.annotations.Nullable;

/** The tokens of a reply, each whole (MS-TDS 2.2.7). */
final class TokenWriter {

    static final int DONE = 0xFD;
    static final int DONE_PROCEDURE = 0xFE;
    static final int DONE_IN_PROCEDURE = 0xFF;

    static final int MORE = 0x01;
    static final int ERROR = 0x02;
    static final int COUNT = 0x10;
    static final int ATTENTION = 0x20;

    static final int DATABASE = 1;
    static final int LANGUAGE = 2;
    static final int PACKET_SIZE = 4;

    private static final int NULLABLE = 0x0001;
    private static final int UPDATABLE_UNKNOWN = 0x0008;
    private static final int SYSNAME_USER_TYPE = 256;
    private static final int MOST_MESSAGE = 8000;

    private final String server;

    /** @param server the name in messages */
    TokenWriter(String server) {
        this.server = server;
    }

    ByteSink error(Backend.ServerMessage message) {
        return message(0xAA, message);
    }

    ByteSink info(Backend.ServerMessage message) {
        return message(0xAB, message);
    }

    private ByteSink message(int token, Backend.ServerMessage message) {
        var body = new ByteSink();
        body.i32(message.number()).u8(message.state()).u8(message.severity());
        body.longText(message.text(), MOST_MESSAGE).shortText(server).shortText(message.procedure());
        return counted(token, body.i32(message.line()));
    }

    ByteSink columns(List<Backend.ResultColumn> columns) {
        var out = new ByteSink().u8(0x81).u16(columns.size());
        for (Backend.ResultColumn column : columns) {
            described(column, out);
            out.shortText(column.name());
        }
        return out;
    }

    ByteSink row(List<Backend.ResultColumn> columns, @Nullable Object[] values) {
        var out = new ByteSink().u8(0xD1);
        for (int i = 0; i < columns.size(); i++) {
            Backend.ResultColumn column = columns.get(i);
            if (column.nullable()) {
                TypeWriter.value(column.type(), values[i], out);
            } else {
                TypeWriter.requiredValue(column.type(), values[i], out);
            }
        }
        return out;
    }

    ByteSink done(int token, int status, int command, long rows) {
        return new ByteSink().u8(token).u16(status).u16(command).i64(rows);
    }

    ByteSink returnStatus(int status) {
        return new ByteSink().u8(0x79).i32(status);
    }

    /** @param ordinal place among the parameters of the call, from 0 */
    ByteSink returnValue(int ordinal, String name, SqlType type, @Nullable Object value) {
        var out = new ByteSink().u8(0xAC).u16(ordinal).shortText(name).u8(1);
        out.i32(userType(type)).u16(0);
        TypeWriter.info(type, out);
        TypeWriter.value(type, value, out);
        return out;
    }

    private static void described(Backend.ResultColumn column, ByteSink out) {
        out.i32(userType(column.type()));
        if (column.nullable()) {
            TypeWriter.info(column.type(), out.u16(UPDATABLE_UNKNOWN | NULLABLE));
        } else {
            TypeWriter.requiredInfo(column.type(), out.u16(UPDATABLE_UNKNOWN));
        }
    }

    private static int userType(SqlType type) {
        return type.kind() == Kind.SYSNAME ? SYSNAME_USER_TYPE : 0;
    }

    /** A setting of the connection that is told in words. */
    ByteSink changed(int kind, String now, String before) {
        return counted(0xE3, new ByteSink().u8(kind).shortText(now).shortText(before));
    }

    /** Without it drivers fail at the first text parameter. */
    ByteSink collation() {
        ByteSink body = Collation.write(new ByteSink().u8(7).u8(5)).u8(0);
        return counted(0xE3, body);
    }

    ByteSink transactionBegun(long descriptor) {
        return counted(0xE3, new ByteSink().u8(8).u8(8).i64(descriptor).u8(0));
    }

    ByteSink transactionEnded(long descriptor, boolean committed) {
        return counted(0xE3, new ByteSink().u8(committed ? 9 : 10).u8(0).u8(8).i64(descriptor));
    }

    /** TDS 7.4, whatever the client asked: newer ones take it too. */
    ByteSink loginAcknowledged(Backend.Version version) {
        var body = new ByteSink().u8(1).raw((byte) 0x74, (byte) 0, (byte) 0, (byte) 4);
        body.shortText("Microsoft SQL Server");
        return counted(0xAD, body.u8(version.major()).u8(version.minor()).u16BigEndian(version.build()));
    }

    /** The list of acknowledged features: session recovery, without any state, and a token, without more to say of it. */
    ByteSink featuresAcknowledged(boolean recovery, boolean token) {
        var list = new ByteSink().u8(0xAE);
        if (recovery) {
            list.u8(0x01).i32(0);
        }
        if (token) {
            list.u8(0x02).i32(0);
        }
        return list.u8(0xFF);
    }

    private static ByteSink counted(int token, ByteSink body) {
        return new ByteSink().u8(token).u16(body.size()).raw(body);
    }
}
