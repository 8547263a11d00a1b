package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Scan;
import keyturn.practice.server.state.SealedKey;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Bytes;

/** CREATE, ALTER and DROP DATABASE ENCRYPTION KEY of the current database. */
record EncryptionKeyStatements(Turn turn) {

    private static final String OLD_CIPHER = "TRIPLE_DES_3KEY";
    private static final int OLD_LEVEL = 120;

    void create(KeyStatement.CreateEncryptionKey create) {
        Database database = turn.scene().database();
        EncryptionRules rules = demand(database);
        if (database.dek().isPresent()) {
            throw Messages.error(33103, 1);
        }
        rules.demandLock();
        Dek.Cipher cipher = cipher(database, create.algorithm());
        Wrapping wrapping = new Wrapping(turn, create.encryptor()).ready();
        SealedKey sealed = wrapping.sealed(KeyUse.of(turn), KeyUse.made(cipher));
        LocalDateTime now = turn.scene().now();
        Dek dek = new Dek(
                wrapping.thumbprint(),
                create.encryptor().asymmetric(),
                sealed,
                Dek.UNENCRYPTED,
                Scan.none(now),
                0,
                cipher,
                Dek.Dates.of(now));
        change(database, d -> i -> i.with(d.dek(dek)));
        wrapping.warn();
    }

    void alter(KeyStatement.AlterEncryptionKey alter) {
        Database database = turn.scene().database();
        EncryptionRules rules = demand(database);
        Dek dek = database.dek().orElseThrow(() -> Messages.error(33104, 1));
        if (dek.scanning()) {
            throw Messages.error(33110, 1);
        }
        rules.demandLogBackup(dek);
        rules.demandPartners();
        rules.demandLock();
        Optional<Dek.Cipher> cipher = alter.algorithm().map(a -> cipher(database, a));
        Optional<Wrapping> wrapping = alter.encryptor().map(e -> new Wrapping(turn, e));
        wrapping.ifPresent(Wrapping::ready);
        Dek after = altered(dek, cipher, wrapping);
        boolean scans = cipher.isPresent() && dek.state() != Dek.UNENCRYPTED;
        LocalDateTime now = turn.scene().now();
        change(database, d -> i -> scans ? Scans.begun(i, d, after, Dek.KEY_CHANGE, now) : i.with(d.dek(after)));
        wrapping.ifPresent(Wrapping::warn);
    }

    /** The key, unwrapped by what wraps it and wrapped by another; or a new one in its place. */
    private Dek altered(Dek before, Optional<Dek.Cipher> cipher, Optional<Wrapping> wrapping) {
        KeyUse use = KeyUse.of(turn);
        LocalDateTime now = turn.scene().now();
        Bytes plain = use.unwrapped(before, false);
        Dek dek = wrapping.map(w -> before.wrapped(w.thumbprint(), w.by().asymmetric(), w.sealed(use, plain), now))
                .orElse(before);
        return cipher.map(c -> dek.regenerated(c, anew(use, dek, c), before.changes() + 1, now))
                .orElse(dek);
    }

    /** A new key under what wraps the old one. */
    private SealedKey anew(KeyUse use, Dek dek, Dek.Cipher cipher) {
        Bytes plain = KeyUse.made(cipher);
        return dek.asymmetric()
                ? use.sealed(turn.instance().security().key(dek.thumbprint()).orElseThrow(), plain)
                : SealedKey.of(plain);
    }

    void drop() {
        Database database = turn.scene().database();
        EncryptionRules rules = demand(database);
        Dek dek = database.dek().orElseThrow(() -> Messages.error(33104, 1));
        if (dek.state() != Dek.UNENCRYPTED) {
            throw Messages.error(33105, 1);
        }
        rules.demandPartners();
        rules.demandLock();
        change(database, d -> i -> i.with(d.withoutDek()));
    }

    private EncryptionRules demand(Database database) {
        if (!turn.scene().holds(database, "CONTROL")) {
            throw Messages.error(15247, 1);
        }
        EncryptionRules rules = new EncryptionRules(turn, database);
        rules.demandWritable();
        return rules;
    }

    private static Dek.Cipher cipher(Database database, String algorithm) {
        if (algorithm.equals(OLD_CIPHER)) {
            if (database.compatibility() > OLD_LEVEL) {
                throw Messages.error(33128, 1, algorithm);
            }
            return new Dek.Cipher("TRIPLE_DES_3KEY", 192);
        }
        return new Dek.Cipher("AES", Integer.parseInt(algorithm.substring("AES_".length())));
    }

    private void change(Database database, Function<Database, Function<Instance, Instance>> change) {
        turn.change(
                i -> change.apply(i.database(database.id()).orElse(database)).apply(i));
    }
}
