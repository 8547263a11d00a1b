package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How float and real values are written. */
final class NumberText {

    private NumberText() {}

    /** Style 0: six digits at most; 1 and 2: eight and sixteen digits with an exponent; 3: seventeen. */
    static String approximate(double value, int style) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return Double.toString(value);
        }
        return switch (style) {
            case 1 -> scientific(new BigDecimal(value), 8, false);
            case 2 -> scientific(new BigDecimal(value), 16, false);
            case 3 -> general(new BigDecimal(value), 17);
            default -> general(new BigDecimal(value), 6);
        };
    }

    private static String general(BigDecimal value, int digits) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            return scientific(rounded, digits, true);
        }
        return rounded.stripTrailingZeros().toPlainString();
    }

    private static String scientific(BigDecimal value, int digits, boolean strip) {
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.movePointLeft(exponent);
        String text = strip
                ? mantissa.stripTrailingZeros().toPlainString()
                : mantissa.setScale(digits - 1, RoundingMode.HALF_EVEN).toPlainString();
        return text + "e" + (exponent < 0 ? "-" : "+") + String.format(Locale.ROOT, "%03d", Math.abs(exponent));
    }
}
