package keyturn.practice.tsql.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import keyturn.practice.tsql.SqlError;
import keyturn.tools.BesideOthers;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** Statements, whole and spoilt in every place, before our parser and Microsoft's. */
@BesideOthers
final class MicrosoftAgreementTest {

    private static final List<String> STATEMENTS = """
            select a, t.b as x, y = 3, 'q' = N'z', [c] d, t.*, * from db..t t inner join sys.x as y with (nolock, index(1)) on t.a = y.b and (a = 1 or (b + 1) * 2 > 3)
            select distinct top (3) percent with ties a from t left outer join u on 1 = 1 cross apply sys.f(1, default) as f cross join q, r order by a desc
            select a from t where not (a is not null) and b not like '%x' escape '!' or c between 1 and 2 order by 1 offset 3 rows fetch next 4 rows only option (recompile, maxdop 1)
            with a (x) as (select 1 union all select x + 1 from a where x < 10), b as (select 2 as y) select * from a, b
            select case when a = 1 then 2 else 3 end, case a when 1 then 2 end, cast(a as decimal(10, 2)), convert(varchar(max), b, 120), count(*), count(distinct a)
            select row_number() over (partition by b order by c desc rows between unbounded preceding and current row) from t group by b having count(*) > 1
            select (select top 1 name from sys.databases for xml path(''), type).value('.', 'nvarchar(max)')
            select * from (values (1, 2), (3, 4)) as v (a, b) where a in (1, 2) and exists (select 1) and b in (select c from u) and a >= all (select 1)
            select * from ((select 1 as a) union (select 2)) d join (e full join f on 1 = 1) on d.a = e.b collate Latin1_General_BIN
            select @x = a, @y += 1 from @t v where ~a & 3 = -1 and iif(a = 1, 2, 3) <> coalesce(a, b) and nullif(a, 1) is null
            if not exists (select * from t) begin print 'x'; select 1 end else if @x = 1 set @y = 2
            declare @x int = 1, @y as nvarchar(max) = N'x' set @x = (select 1) print @y + 'z'
            set nocount, xact_abort on set transaction isolation level read committed set rowcount 10 set lock_timeout -1
            begin tran x commit tran x rollback save transaction y rollback work
            exec @r = db.sys.p 1, N'a', @x output, @n = -3, @m = default exec ('select ' + @x) exec sp_who
            sp_configure 'EKM provider enabled', 1; reconfigure with override
            create cryptographic provider p from file = 'x'
            alter cryptographic provider p from file = N'x'; alter cryptographic provider p enable drop cryptographic provider p
            backup database [x] to disk = N'a', disk = @d with copy_only, name = N'b', stats = 10, checksum
            while @x < 3 begin set @x += 1 if @x = 2 continue else break; end waitfor delay '00:00:01' waitfor time @t return
            begin try; raiserror (N'a %d', 16, -1, @x, 'b', null) with log, nowait; end try begin catch throw; end catch; select error_number()
            begin try print 1 end try begin catch end catch raiserror (@m, @s, @t, 0x12, 1.5); throw @n, 'x', 1; throw 50000, @m, @t
            create credential c with identity = 'i', secret = N's' for cryptographic provider p
            alter credential [c] with identity = N'i', secret = 's' drop credential c
            create asymmetric key k authorization dbo from provider p with algorithm = rsa_2048, provider_key_name = 'a/1', creation_disposition = open_existing
            create asymmetric key k with algorithm = rsa_3072 encryption by password = 'p'; create asymmetric key k from executable file = 'f'
            create asymmetric key k from file = 'f' create asymmetric key [k] from assembly a drop asymmetric key k remove provider key drop asymmetric key k
            alter asymmetric key k remove private key; alter asymmetric key k with private key (decryption by password = 'a', encryption by password = 'b')
            create login l from asymmetric key k create login [l] from certificate c with credential = d
            create login [d\\l] from windows with default_database = d, default_language = [e]
            create login l with password = N'p' must_change, sid = 0x01, default_database = d, check_expiration = on, check_policy = off, credential = c
            create login l with password = 0x01 hashed, default_language = e; drop login l
            alter login l enable alter login l disable; alter login l add credential c alter login l drop credential [c]
            alter login l with name = m, no credential, check_policy = off; alter login l with credential = c, default_database = d
            alter login l with password = 'p' old_password = 'o', check_expiration = on; alter login l with password = 'p' unlock must_change
            create database encryption key with algorithm = aes_256 encryption by server asymmetric key k
            create database encryption key with algorithm = triple_des_3key encryption by server certificate [c]
            alter database encryption key regenerate with algorithm = aes_128; alter database encryption key encryption by server asymmetric key k
            alter database encryption key regenerate with algorithm = aes_192 encryption by server certificate c drop database encryption key
            alter database x set encryption on with no_wait; alter database current set encryption off
            use [x] select 1; backup log @d to disk = 'x'
            """.lines().toList();

    private static final Pattern TOKEN = Pattern.compile("N?'[^']*'|\\[[^\\]]*\\]|@?@?\\w+|\\S");

    private static final List<String> STRANGERS = List.of("(", ")", ",", "select", "x", "1", "'s'", "=");

    /**
     * Spoilt texts that Microsoft's library lets pass and a server, so far as is known, would not: a word in place of
     * PARTITION, ROW or PASSWORD, SELECT in place of an equals sign, names that begin with a dot, values of BACKUP's options.
     */
    private static final Pattern LENIENT = Pattern.compile(
            "over \\( (x|partition) partition|current x|\\. x \\(|value \\( select|, dateformat|disk (,|select) "
                    + "|database x @d|name = 1|stats = 's'|@d select disk|throw throw|ryption by x =|(^|[^\\w\\]] |apply |1 )\\. \\w|\\. \\. |^x with");

    @Test
    void bothTakeAndRefuseTheSame() throws IOException {
        var different = new ArrayList<String>();
        try (var microsoft = ScriptCheck.start()) {
            for (String sql : texts()) {
                boolean theirs = microsoft.batch(sql).findings().isEmpty();
                if (theirs != accepts(sql) && !(theirs && LENIENT.matcher(sql).find())) {
                    different.add((theirs ? "only they take: " : "only we take: ") + sql);
                }
            }
        }
        assertEquals(List.of(), different);
    }

    private static Set<String> texts() {
        var texts = new LinkedHashSet<String>();
        for (String statement : STATEMENTS) {
            var tokens = TOKEN.matcher(statement).results().map(r -> r.group()).toList();
            texts.add(String.join(" ", tokens));
            for (int i = 0; i < tokens.size(); i++) {
                texts.add(with(tokens, i, List.of()));
                texts.add(with(tokens, i, List.of(tokens.get(i), tokens.get(i))));
                for (String stranger : STRANGERS) {
                    texts.add(with(tokens, i, List.of(stranger)));
                }
            }
        }
        return texts;
    }

    private static String with(List<String> tokens, int place, List<String> instead) {
        var result = new ArrayList<>(tokens.subList(0, place));
        result.addAll(instead);
        result.addAll(tokens.subList(place + 1, tokens.size()));
        return String.join(" ", result);
    }

    private static boolean accepts(String sql) {
        try {
            Parser.parse(sql, true);
            return true;
        } catch (SqlError refused) {
            return false;
        }
    }
}
