package keyturn.practice.contract;

import java.util.List;

/** Batches that one session runs in order. */
record Case(String name, List<Batch> batches) {

    Case {
        batches = List.copyOf(batches);
    }

    List<String> texts() {
        return batches.stream().map(Batch::sql).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
