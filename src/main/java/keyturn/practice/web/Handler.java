package keyturn.practice.web;

/** What answers at a door. */
@FunctionalInterface
public interface Handler {

    /** @throws Refusal with the answer, where something stands in the way */
    Reply answer(Request request);
}
