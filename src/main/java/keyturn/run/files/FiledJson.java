package keyturn.run.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON that lies in folders of runs: no larger, deeper or fuller than evidence becomes, and no name twice in an object. */
public final class FiledJson {

    /** The evidence of ten thousand databases takes a tenth of it. */
    private static final long MOST_BYTES = 256L << 20;

    /** Braces, brackets, names and values: small ones take many times their bytes in memory. */
    private static final long MOST_TOKENS = 10_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxDocumentLength(MOST_BYTES)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FiledJson() {}

    /** @throws JsonProcessingException if it is none, or goes beyond a limit */
    public static JsonNode of(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
