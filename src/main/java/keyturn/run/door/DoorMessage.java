package keyturn.run.door;

import java.util.Optional;

/**
 * Something that a door said of an act that it did.
 *
 * @param number SQL Server's; the other doors give none
 */
public record DoorMessage(Optional<Integer> number, String text) {

    public static DoorMessage numbered(int number, String text) {
        return new DoorMessage(Optional.of(number), text);
    }

    public static DoorMessage of(String text) {
        return new DoorMessage(Optional.empty(), text);
    }

    public boolean hasNumber(int wanted) {
        return number.filter(own -> own == wanted).isPresent();
    }

    /** For eyes: {@code 3014 BACKUP LOG successfully …}. */
    public String shown() {
        return number.map(own -> own + " ").orElse("") + text;
    }
}
