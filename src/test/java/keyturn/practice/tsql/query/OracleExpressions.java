package keyturn.practice.tsql.query;

import java.util.Random;

/** Expressions and conditions over {@code i} (items) and, where joined, {@code m} (marks), in both dialects. */
final class OracleExpressions {

    private final Random random;

    OracleExpressions(Random random) {
        this.random = random;
    }

    private Twin pick(Twin... choices) {
        return choices[random.nextInt(choices.length)];
    }

    Twin number(int depth) {
        if (depth == 0) {
            return pick(Twin.same("i.id"), Twin.same("i.num"), Twin.same(Integer.toString(random.nextInt(50) + 1)));
        }
        Twin a = number(depth - 1);
        Twin b = number(depth - 1);
        return pick(
                Twin.join("(%s + %s)", a, b),
                Twin.join("(%s - %s)", a, b),
                Twin.join("(%s * 3)", a),
                Twin.join("(%s / 7)", a),
                Twin.join("(%s %% 5)", a),
                Twin.join("COALESCE(%s, %s)", a, b),
                Twin.join("ISNULL(%s, 0)", "COALESCE(%s, 0)", a),
                Twin.join("NULLIF(%s, %s)", a, b),
                Twin.join("ABS(%s)", a),
                Twin.join("CASE WHEN %s THEN %s ELSE %s END", condition(depth - 1), a, b),
                Twin.join("IIF(%s, %s, 0)", "CASE WHEN %s THEN %s ELSE 0 END", condition(depth - 1), a));
    }

    Twin decimal() {
        return pick(
                Twin.same("i.amount"),
                Twin.same("(i.amount + 1.25)"),
                Twin.same("(i.amount * 2)"),
                Twin.same("(i.amount - i.num)"),
                Twin.same("(i.amount / 3.0)").but(Difference.QUOTIENT_HAS_ANOTHER_SCALE));
    }

    Twin text() {
        return pick(
                Twin.same("i.grp"),
                Twin.same("UPPER(i.note)"),
                Twin.join("%s + '-' + %s", "%s || '-' || %s", Twin.same("i.grp"), Twin.same("LOWER(i.note)")),
                Twin.same("SUBSTRING(i.grp, 2, 2)"),
                Twin.same("LEFT(i.grp, 1)"),
                Twin.same("REPLACE(i.grp, 'e', '3')"),
                Twin.of("CAST(i.id AS varchar(10))", "CAST(i.id AS VARCHAR(10))"),
                Twin.same("CASE i.grp WHEN 'red' THEN 'stop' WHEN 'green' THEN 'go' END"));
    }

    Twin any() {
        return switch (random.nextInt(6)) {
            case 0 -> decimal();
            case 1 -> text();
            case 2 -> Twin.of("LEN(i.note)", "LENGTH(i.note)").but(Difference.LENGTH_IS_BIGINT);
            case 3 -> Twin.of("CAST(i.amount AS int)", "CAST(i.amount AS INT)").but(Difference.CAST_TO_INT_ROUNDS);
            default -> number(1 + random.nextInt(2));
        };
    }

    Twin condition(int depth) {
        if (depth > 0) {
            return pick(
                    Twin.join("(%s AND %s)", condition(depth - 1), condition(depth - 1)),
                    Twin.join("(%s OR %s)", condition(depth - 1), condition(depth - 1)),
                    Twin.join("NOT (%s)", condition(depth - 1)));
        }
        String constant = Integer.toString(random.nextInt(80) - 20);
        return pick(
                Twin.same("i.num > " + constant),
                Twin.same("i.num <> " + constant),
                Twin.same("i.amount <= " + constant + ".5"),
                Twin.same("i.num IS NULL"),
                Twin.same("i.grp IS NOT NULL"),
                Twin.same("i.grp = 'RED'"),
                Twin.same("i.note = 'ALPHA'"),
                Twin.of("i.note = 'Alpha' COLLATE Latin1_General_BIN", "STRINGTOUTF8(i.note) = STRINGTOUTF8('Alpha')"),
                Twin.same("i.num BETWEEN -10 AND " + constant),
                Twin.same("i.grp IN ('red', 'blue')"),
                Twin.same("i.grp NOT IN ('red', 'pink')"),
                Twin.same("i.note LIKE '%a'"),
                Twin.same("i.note NOT LIKE 'a%'"),
                Twin.same("i.note LIKE '50!%' ESCAPE '!'"),
                Twin.same("i.id IN (SELECT x.item FROM marks x WHERE x.score > 10)"),
                Twin.same("i.id NOT IN (SELECT x.item FROM marks x WHERE x.item = i.id AND x.score > 20)"),
                Twin.same("EXISTS (SELECT 1 FROM marks x WHERE x.item = i.id AND x.kind = i.grp)"),
                Twin.same("i.num > (SELECT AVG(x.score * 1.0) FROM marks x WHERE x.kind = i.grp)"),
                Twin.same("i.num >= ALL (SELECT x.score FROM marks x WHERE x.item = i.id)"));
    }

    Twin aggregate() {
        return pick(
                Twin.same("COUNT(*)").but(Difference.COUNT_IS_BIGINT),
                Twin.same("COUNT(i.num)").but(Difference.COUNT_IS_BIGINT),
                Twin.same("COUNT(DISTINCT i.grp)").but(Difference.COUNT_IS_BIGINT),
                Twin.same("SUM(i.num)").but(Difference.SUM_OF_INT_IS_BIGINT),
                Twin.same("AVG(i.num)").but(Difference.AVG_OF_INT_KEEPS_FRACTION),
                Twin.same("SUM(i.amount)"),
                Twin.same("MIN(i.num)"),
                Twin.same("MAX(i.amount)"),
                Twin.same("MAX(UPPER(i.note))"));
    }
}
