package keyturn.practice.vault;

import java.util.List;

/**
 * Which addresses a vault answers.
 *
 * @param deny all that are not listed
 * @param bypass trusted services, or None
 * @param addresses each one address or a range in CIDR form
 */
public record Firewall(boolean deny, String bypass, List<String> addresses, boolean publicAccess) {

    /** Everybody. */
    public static final Firewall OPEN = new Firewall(false, "AzureServices", List.of(), true);

    /** The address from which clients of the range come. */
    static final String CLIENT = "127.0.0.1";

    public Firewall {
        addresses = List.copyOf(addresses);
    }

    boolean lets(String address) {
        return publicAccess && (!deny || addresses.stream().anyMatch(a -> within(a, address)));
    }

    private static boolean within(String range, String address) {
        String[] parts = range.split("/", 2);
        int bits = parts.length == 1 ? 32 : Integer.parseInt(parts[1]);
        long mask = bits == 0 ? 0 : 0xFFFFFFFFL << (32 - bits) & 0xFFFFFFFFL;
        return (number(parts[0]) & mask) == (number(address) & mask);
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    /** Whether it is an address or a range as these lists hold them. */
    public static boolean valid(String range) {
        String number = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
        return range.matches(number + "(\\." + number + "){3}(/(3[0-2]|[12]?\\d))?");
    }
}
