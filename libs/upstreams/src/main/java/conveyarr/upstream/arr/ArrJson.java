package conveyarr.upstream.arr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Binds what a program of the family sent; fields that we do not use are passed over. */
public final class ArrJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ArrJson() {}

    /** Throws {@link Unreadable} with the kind of trouble alone, since Jackson's message quotes what it could not read. */
    public static <T> T bind(JsonNode json, Class<T> form) {
        try {
            return JSON.treeToValue(json, form);
        } catch (JsonProcessingException e) {
            throw new Unreadable(e.getClass().getSimpleName());
        }
    }

    /** What was sent does not have the form that we know. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String trouble) {
            super(trouble);
        }
    }
}
