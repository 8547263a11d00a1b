package keyturn.practice.tds;

import java.util.List;

/**
 * How a request came, which decides how its answer ends and where its output values belong.
 *
 * @param parameters those that the backend gets
 * @param before parameters of the call that stand before them
 */
record Origin(Form form, List<Backend.Parameter> parameters, int before) {

    enum Form {
        /** Plain text, or a transaction request. */
        BATCH,
        /** Text that a procedure such as sp_executesql carried. */
        TEXT,
        /** A procedure of the backend. */
        CALL
    }

    /** A parameter of the call: its place from 0, its name as the client wrote it. */
    record Place(int ordinal, String name) {}

    static Origin batch() {
        return new Origin(Form.BATCH, List.of(), 0);
    }

    Origin {
        parameters = List.copyOf(parameters);
    }

    /** The parameter of that name, else (clients leave names out) the so-manieth that takes a value. */
    Place place(String name, int count) {
        int left = count;
        Place byOrder = new Place(before + count, "");
        for (int i = 0; i < parameters.size(); i++) {
            Backend.Parameter parameter = parameters.get(i);
            if (!name.isEmpty() && parameter.name().equalsIgnoreCase(name)) {
                return new Place(before + i, parameter.name());
            }
            if (parameter.output() && left-- == 0) {
                byOrder = new Place(before + i, parameter.name());
            }
        }
        return byOrder;
    }
}
