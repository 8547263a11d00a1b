package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeErrors;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** How each aggregate gathers. */
final class Accumulators {

    private Accumulators() {}

    static final class Count implements Accumulator {
        private final boolean big;
        private long count;

        Count(boolean big) {
            this.big = big;
        }

        @Override
        public void add(Object value) {
            count++;
        }

        @Override
        public Object result() {
            if (big) {
                return count;
            }
            return Math.toIntExact(count);
        }
    }

    /** SUM and AVG of exact numbers. */
    static final class Exact implements Accumulator {
        private final SqlType type;
        private final boolean average;
        private BigDecimal sum = BigDecimal.ZERO;
        private long count;

        /** @param type of the result */
        Exact(SqlType type, boolean average) {
            this.type = type;
            this.average = average;
        }

        @Override
        public void add(Object value) {
            sum = sum.add(
                    value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue()));
            count++;
            if (type.isInteger()) {
                checkRange();
            }
        }

        private void checkRange() {
            int bits = type.kind() == SqlType.Kind.BIGINT ? 63 : 31;
            if (sum.toBigInteger().bitLength() > bits) {
                throw TypeErrors.overflow8115("expression", type);
            }
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            if (!average) {
                return Conversions.convert(sum, SqlType.decimal(38, type.scale()), type);
            }
            int scale = type.kind() == SqlType.Kind.MONEY ? 4 : type.scale();
            BigDecimal mean = sum.divide(BigDecimal.valueOf(count), scale, RoundingMode.DOWN);
            return Conversions.convert(mean, SqlType.decimal(38, scale), type);
        }
    }

    /** SUM and AVG of float. */
    static final class Approximate implements Accumulator {
        private final boolean average;
        private double sum;
        private long count;

        Approximate(boolean average) {
            this.average = average;
        }

        @Override
        public void add(Object value) {
            sum += ((Number) value).doubleValue();
            count++;
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            return average ? sum / count : sum;
        }
    }

    static final class Extreme implements Accumulator {
        private final int sign;
        private final Collation collation;
        private @Nullable Object best;

        /** @param sign 1 for MAX, -1 for MIN */
        Extreme(int sign, Collation collation) {
            this.sign = sign;
            this.collation = collation;
        }

        @Override
        public void add(Object value) {
            if (best == null || Values.compare(value, best, collation) * sign > 0) {
                best = value;
            }
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }

    /** STDEV, STDEVP, VAR, VARP. */
    static final class Spread implements Accumulator {
        private final boolean sample;
        private final boolean root;
        private long count;
        private double mean;
        private double squares;

        Spread(boolean sample, boolean root) {
            this.sample = sample;
            this.root = root;
        }

        @Override
        public void add(Object value) {
            double x = ((Number) value).doubleValue();
            count++;
            double before = x - mean;
            mean += before / count;
            squares += before * (x - mean);
        }

        @Override
        public @Nullable Object result() {
            long divisor = sample ? count - 1 : count;
            if (divisor <= 0) {
                return null;
            }
            double variance = squares / divisor;
            return root ? Math.sqrt(variance) : variance;
        }
    }

    static final class Joined implements Accumulator {
        private final String separator;
        private @Nullable StringBuilder text;

        Joined(String separator) {
            this.separator = separator;
        }

        @Override
        public void add(Object value) {
            if (text == null) {
                text = new StringBuilder();
            } else {
                text.append(separator);
            }
            text.append(value);
        }

        @Override
        public @Nullable Object result() {
            return text == null ? null : text.toString();
        }
    }
}
