package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MERGE: what becomes of the rows of both sides, and what it refuses. */
final class MergeTest {

    private final KeyRange range;

    MergeTest() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @BeforeEach
    void tables() throws SQLException {
        assertEquals("[]", range.run("""
                create table #t (id int primary key, v varchar(10) not null default 'none', n int identity);
                insert #t (id, v) values (1, 'a'), (2, 'b'), (3, 'c');
                create table #s (id int, v varchar(10));
                insert #s values (2, 'B2'), (4, 'D'), (1, 'a')"""));
    }

    @AfterEach
    void close() throws SQLException {
        range.close();
    }

    private List<String> rows(String sql) throws SQLException {
        return range.rows(sql).stream().map(r -> String.join(" ", r)).toList();
    }

    @Test
    void eachRowIsChangedPutInOrTakenAwayAndTold() throws SQLException {
        assertEquals(
                List.of("DELETE 3 null null null", "INSERT null 4 D D", "UPDATE 2 2 B2 B2", "3 4"),
                rows("""
                        merge into #t as t using #s as s on t.id = s.id
                        when matched and t.v <> s.v then update set v = s.v
                        when not matched by target then insert (id, v) values (s.id, s.v)
                        when not matched by source then delete
                        output $action, deleted.id, inserted.id, inserted.v, s.v;
                        select @@rowcount, scope_identity()""").stream()
                        .sorted((a, b) -> Character.isDigit(a.charAt(0)) ? 1 : a.compareTo(b))
                        .toList());
        assertEquals(List.of("1 a 1", "2 B2 2", "4 D 4"), rows("select id, v, n from #t order by id"));
    }

    @Test
    void aClauseLooksAtItsOwnSideAndTheFirstThatFitsCounts() throws SQLException {
        assertEquals("[]", range.run("""
                merge #t using #s s on #t.id = s.id
                when matched and s.id = 1 then delete
                when matched then update set v = upper(#t.v) + s.v
                when not matched and s.v = 'nobody' then insert (id) values (99)
                when not matched by source and #t.id > 100 then delete
                when not matched by source then update set v = 'alone';"""));
        assertEquals(List.of("2 BB2", "3 alone"), rows("select id, v from #t order by id"));
    }

    @Test
    void valuesQueriesCtesTableVariablesAndDefaultsServe() throws SQLException {
        assertEquals(
                List.of("INSERT 20 none", "INSERT 21 none"),
                rows("merge #t using (values (20), (21)) s(id) on #t.id = s.id"
                        + " when not matched then insert (id, v) values (s.id, default)"
                        + " output $action, inserted.id, inserted.v;"));
        assertEquals(
                List.of("20 cte"),
                rows("with c as (select 20 id union all select 21) merge top (1) #t using c on #t.id = c.id"
                        + " when matched then update set v = 'cte' output inserted.id, inserted.v;"));
        assertEquals(
                List.of("1 x", "5 e"),
                rows("declare @t table (id int, v varchar(9)), @told table (id int); insert @t values (1, 'old');"
                        + " merge @t as t using (select 1 id, 'x' v union all select 5, 'e') s on t.id = s.id"
                        + " when matched then update set v = s.v when not matched then insert values (s.id, s.v)"
                        + " output inserted.id into @told;"
                        + " select t.id, t.v from @t t join @told d on d.id = t.id order by t.id"));
        assertEquals(
                List.of("4 1"),
                rows("declare @n int = 0; merge #t using #s s on #t.id = s.id"
                        + " when not matched then insert (id) values (s.id);"
                        + " select max(id), @@rowcount from #t where id < 10"));
    }

    @Test
    void itIsRolledBackAsAWholeAndTheTablesKeysHold() throws SQLException {
        assertTrue(range.run("merge #t using (values (7), (7)) s(id) on #t.id = s.id"
                        + " when not matched then insert (id) values (s.id);")
                .startsWith("2627 14 1 "));
        assertTrue(range.run("merge #t using #s s on #t.id = s.id when matched then update set v = null;")
                .startsWith("515 16 2 "));
        assertEquals(
                "[]",
                range.run("begin tran; merge #t using #s s on 1 = 0 when not matched by source then delete;"
                        + " rollback"));
        assertEquals(List.of("1 a", "2 b", "3 c"), rows("select id, v from #t order by id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            using (values (1), (1)) s(id) on #t.id = s.id when matched then update set v = 'x'; | 8672 16 1
            using #s s on #t.id = s.id when matched then delete                              | 10713 15 1
            using #s s on #t.id = s.id when matched then insert (id) values (1);             | 10711 15 1
            using #s s on #t.id = s.id when not matched then delete;                         | 10710 15 1
            using #s s on #t.id = s.id when matched then delete when matched then delete;    | 10714 15 1
            using #s s on #t.id = s.id when matched then delete when matched and 1 = 1 then update set v = 'x'; | 5324 15 1
            using #s s on #t.id = s.id when not matched then insert (id) values (#t.id);     | 4104 16 1
            using #s s on #t.id = s.id when not matched then insert (id) values (1, 2);      | 110 15 1
            using #s s on #t.id = s.id when not matched then insert (id, n) values (1, 2);   | 544 16 1
            using #s s on #t.id = s.id when matched then update set n = 1;                   | 8102 16 1
            using #s s on #t.id = s.id when matched then update set w = 1;                   | 207 16 1
            using #none s on #t.id = s.id when matched then delete;                          | 208 16 0
            """)
    void whatItRefuses(String rest, String error) throws SQLException {
        String answer = range.run("merge #t " + rest);
        assertTrue(answer.startsWith(error + " "), answer);
        assertEquals(List.of("3"), rows("select count(*) from #t"));
    }

    @Test
    void aTableThatIsNotThereIsMissedWhenItRuns() throws SQLException {
        String merge = "merge nowhere using #s s on nowhere.id = s.id when matched then delete;";
        assertTrue(range.run(merge).startsWith("208 16 1 Invalid object name 'nowhere'."));
        assertEquals(
                List.of("1"), rows("select 1; " + "begin try exec('" + merge + "') end try begin catch end catch"));
    }
}
