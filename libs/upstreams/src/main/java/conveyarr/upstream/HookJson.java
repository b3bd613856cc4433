package conveyarr.upstream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import conveyarr.upstream.HookReader.Reading;
import java.io.IOException;
import java.util.function.BiFunction;

/** How all readers take a body apart. Whatever goes wrong gives a reading that is not understood. */
public final class HookJson {
    private static final int LONGEST_TYPE = 80;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private HookJson() {}

    /** Finds the type in {@code typeField}, binds the body to {@code form}, and lets {@code byType} say what it means. */
    public static <B> Reading read(
            byte[] body, String typeField, Class<B> form, BiFunction<String, B, Reading> byType) {
        String type = "?";
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree == null || !tree.path(typeField).isTextual()) {
                return Reading.notUnderstood(type);
            }
            type = shortened(tree.path(typeField).textValue());
            return byType.apply(type, JSON.treeToValue(tree, form));
        } catch (JacksonException | RuntimeException _) {
            return Reading.notUnderstood(type);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** A part without which the hook says nothing. */
    public static <T> T need(T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException("the hook has no " + name);
        }
        return part;
    }

    private static String shortened(String type) {
        String word = type.isBlank() ? "?" : type.strip();
        return word.length() <= LONGEST_TYPE ? word : word.substring(0, LONGEST_TYPE);
    }
}
