package keyturn.practice.tsql.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.practice.tsql.syntax.Condition.Comparison;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;
import keyturn.practice.tsql.syntax.Expression.UnaryOperator;
import keyturn.practice.tsql.syntax.Query.JoinKind;
import keyturn.practice.tsql.syntax.Query.SetOperator;
import org.junit.jupiter.api.Test;

final class ParserTest {

    private static final Expression A = column("a");
    private static final Expression B = column("b");
    private static final Expression ONE = new Expression.IntegerLiteral(1, "1");

    @Test
    void productsBindMoreThanSumsAndBitOperatorsAreSums() {
        var product = binary(BinaryOperator.MULTIPLY, B, column("c"));
        assertEquals(
                binary(BinaryOperator.BIT_AND, binary(BinaryOperator.ADD, A, product), ONE),
                expression("a + b * c & 1"));
    }

    @Test
    void aSignTakesInAWholeProduct() {
        var quotient = binary(BinaryOperator.DIVIDE, A, B);
        assertEquals(new Expression.Unary(1, UnaryOperator.MINUS, quotient), expression("-a / b"));
        assertEquals(
                binary(BinaryOperator.MULTIPLY, new Expression.Unary(1, UnaryOperator.BIT_NOT, A), B),
                expression("~a * b"));
    }

    @Test
    void andBindsMoreThanOrAndNotMoreThanBoth() {
        var isA = equal(A, ONE);
        var isB = equal(B, ONE);
        assertEquals(
                new Condition.Or(1, new Condition.Not(1, isA), new Condition.And(1, isB, isA)),
                condition("not a = 1 or b = 1 and a = 1"));
        assertEquals(
                new Condition.And(1, new Condition.Or(1, isA, isB), isA), condition("(a = 1 or (b = 1)) and a = 1"));
    }

    @Test
    void parenthesesMayTurnOutToHoldAValue() {
        assertEquals(equal(binary(BinaryOperator.ADD, A, B), ONE), condition("((a) + b) = 1"));
        assertInstanceOf(Expression.Subquery.class, expression("((select 1))"));
        var compare = assertInstanceOf(Condition.Compare.class, condition("(select 1) = 1"));
        assertInstanceOf(Expression.Subquery.class, compare.left());
    }

    @Test
    void operatorsMayBeWrittenInManyWays() {
        assertEquals(new Condition.Compare(1, Comparison.NOT_EQUAL, A, B), condition("a ! = b"));
        assertEquals(new Condition.Compare(1, Comparison.NOT_EQUAL, A, B), condition("a<>b"));
        assertEquals(new Condition.Compare(1, Comparison.GREATER_OR_EQUAL, A, B), condition("a !< b"));
        assertEquals(new Condition.Compare(1, Comparison.LESS_OR_EQUAL, A, B), condition("a !> b"));
    }

    @Test
    void anAliasHasEveryForm() {
        for (String item :
                List.of("1 x", "1 as x", "1 'x'", "1 as 'x'", "1 [x]", "1 as \"x\"", "x = 1", "'x' = 1", "[x] = 1")) {
            assertEquals(
                    List.of(new Query.Value(1, ONE, Optional.of("x"))),
                    select("select " + item).items(),
                    item);
        }
        assertEquals(
                List.of(new Query.Assign(1, "@x", ONE)), select("select @x = 1").items());
        assertEquals(
                List.of(new Query.Star(1, List.of("a", "b")), new Query.Star(1, List.of())),
                select("select a.b.*, * from t").items());
    }

    @Test
    void namesHaveUpToFourPartsAndMayLeaveSomeOut() {
        for (String hints : List.of("x", "as x", "(nolock) x", "x with (nolock)", "x (nolock)")) {
            assertEquals(
                    List.of(new Query.Table(1, List.of("db", "", "t"), Optional.of("x"))),
                    select("select 1 from db..t " + hints).from(),
                    hints);
        }
        assertEquals(column("sys", "databases", "name"), expression("sys.databases.name"));
    }

    @Test
    void anOnBelongsToTheNearestOpenJoin() {
        var one = equal(ONE, ONE);
        var inner = new Query.Join(1, JoinKind.INNER, table("b"), table("c"), Optional.of(one));
        assertEquals(
                List.of(new Query.Join(1, JoinKind.LEFT, table("a"), inner, Optional.of(one)), table("d")),
                select("select 1 from a left outer join b join c on 1 = 1 on 1 = 1, d")
                        .from());
        assertEquals(
                List.of(new Query.Join(1, JoinKind.LEFT, table("a"), inner, Optional.of(one))),
                select("select 1 from a left hash join (b inner join c on 1 = 1) on 1 = 1")
                        .from());
    }

    @Test
    void intersectBindsMoreThanUnion() {
        var body = assertInstanceOf(
                Query.SetOperation.class,
                query("select 1 union all select 2 intersect select 3").body());
        assertEquals(SetOperator.UNION_ALL, body.operator());
        var right = assertInstanceOf(Query.SetOperation.class, body.right());
        assertEquals(SetOperator.INTERSECT, right.operator());
    }

    @Test
    void aRecursiveCteKeepsItsColumns() {
        var query = query("with n (i) as (select 1 union all select i + 1 from n where i < 9) select i from n");
        var cte = query.ctes().getFirst();
        assertEquals("n", cte.name());
        assertEquals(List.of("i"), cte.columns());
    }

    @Test
    void literalsLoseTheirSigns() {
        assertEquals(new Expression.MoneyLiteral(1, "12.5"), expression("$12.5"));
        assertEquals(new Expression.MoneyLiteral(1, "0"), expression("$"));
        assertEquals(new Expression.BinaryLiteral(1, "0ABC"), expression("0xABC"));
        assertEquals(new Expression.GlobalVariable(1, "version"), expression("@@version"));
        assertEquals(new Expression.StringLiteral(1, "it's", true), expression("N'it''s'"));
    }

    @Test
    void functionsWithAGrammarOfTheirOwnAreRead() {
        assertEquals(
                call("iif", new Expression.ConditionArgument(1, equal(A, ONE)), A, B), expression("iif(a = 1, a, b)"));
        assertEquals(call("dateadd", column("day"), ONE, A), expression("dateadd(day, 1, a)"));
        assertEquals(call("CURRENT_TIMESTAMP"), expression("CURRENT_TIMESTAMP"));
        assertEquals(call("GETDATE"), expression("{fn now()}"));
        assertEquals(
                new Expression.Cast(
                        1,
                        A,
                        new TypeName(1, "decimal", OptionalInt.of(10), OptionalInt.of(2), false),
                        Optional.empty(),
                        true),
                expression("try_cast(a as decimal(10, 2))"));
        assertEquals(
                new Expression.Cast(
                        1,
                        A,
                        new TypeName(1, "varchar", OptionalInt.empty(), OptionalInt.empty(), true),
                        Optional.of(ONE),
                        false),
                expression("convert(varchar(max), a, 1)"));
        assertEquals(new Expression.MethodCall(1, column("x", "y"), "value", List.of(ONE)), expression("x.y.value(1)"));
    }

    @Test
    void windowsAndGroupsOfAnAggregateAreKept() {
        var order = List.of(new Expression.OrderItem(A, true));
        var call = assertInstanceOf(
                Expression.Call.class,
                expression(
                        "sum(distinct b) over (partition by a order by a desc rows between 2 preceding and current row)"));
        assertTrue(call.distinct());
        var from = new Expression.Bound(Expression.BoundKind.PRECEDING, 2);
        var to = new Expression.Bound(Expression.BoundKind.CURRENT_ROW, 0);
        assertEquals(
                Optional.of(new Expression.Over(List.of(A), order, Optional.of(new Expression.Frame(true, from, to)))),
                call.over());
        var joined = assertInstanceOf(
                Expression.Call.class, expression("string_agg(a, ',') within group (order by a desc)"));
        assertEquals(order, joined.withinGroup());
    }

    @Test
    void linesAreThoseOfTheTellingTokens() {
        var query = query("\nselect\na\n+\nb from t\nwhere c\n= 1");
        var select = assertInstanceOf(Query.Select.class, query.body());
        assertEquals(2, select.line());
        assertEquals(4, select.items().getFirst().line());
        assertEquals(7, select.where().orElseThrow().line());
    }

    private static Expression column(String... parts) {
        return new Expression.ColumnName(1, List.of(parts));
    }

    private static Query.Source table(String name) {
        return new Query.Table(1, List.of(name), Optional.empty());
    }

    private static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Expression.Binary(1, operator, left, right);
    }

    private static Condition equal(Expression left, Expression right) {
        return new Condition.Compare(1, Comparison.EQUAL, left, right);
    }

    private static Expression call(String name, Expression... arguments) {
        return new Expression.Call(1, List.of(name), List.of(arguments), false, false, Optional.empty(), List.of());
    }

    private static List<Statement> statements(String sql) {
        return Parser.parse(sql, true).statements();
    }

    private static Query query(String sql) {
        return assertInstanceOf(Statement.Select.class, statements(sql).getFirst())
                .query();
    }

    private static Query.Select select(String sql) {
        return assertInstanceOf(Query.Select.class, query(sql).body());
    }

    private static Expression expression(String text) {
        var item = select("select " + text).items().getFirst();
        return assertInstanceOf(Query.Value.class, item).expression();
    }

    private static Condition condition(String text) {
        return select("select 1 where " + text).where().orElseThrow();
    }
}
