package conveyarr.upstream.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files, by kind: first those of the owner's own folder, then ours. */
public final class Catalogue {
    /** Ours lie here on the class path. */
    public static final String FOLDER = "conveyarr/upstream/catalogue/";

    private static final String KIND = "[a-z0-9][a-z0-9-]*";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path own;

    public Catalogue(Path own) {
        this.own = own;
    }

    /** A kind that only a file knows; empty when there is no such file. */
    public Optional<UpstreamKind> kind(String kind) {
        return sheet(kind).map(sheet -> new CataloguedKind(kind, sheet));
    }

    /** The kinds that there is a file of. */
    public Set<String> kinds() {
        var kinds = new TreeSet<String>();
        try {
            ClassPathUtils.consumeAsPaths(
                    Catalogue.class.getClassLoader(), FOLDER, folder -> kinds.addAll(names(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue cannot be read", e);
        }
        kinds.addAll(names(own));
        return kinds;
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches(KIND + "\\.json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /** What the file asks of an instance beside what its adapter does; empty when there is no file. */
    public Optional<Examiner> examiner(String kind, String name, Entry at) {
        return sheet(kind).map(sheet -> new Examiner(sheet, new Place(name, at)));
    }

    /** Throws an {@link IllegalArgumentException} that names the file and what is wrong in it. */
    public Optional<Sheet> sheet(String kind) {
        if (!kind.matches(KIND)) {
            return Optional.empty();
        }
        try {
            Path file = own.resolve(kind + ".json");
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file.toString(), Files.readString(file)));
            }
            try (var ours = Catalogue.class.getClassLoader().getResourceAsStream(FOLDER + kind + ".json")) {
                return ours == null
                        ? Optional.empty()
                        : Optional.of(read(kind, new String(ours.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the kind " + kind + " cannot be read", e);
        }
    }

    static Sheet read(String file, String json) {
        try {
            return JSON.readValue(json, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no file of the catalogue: " + e.getOriginalMessage(), e);
        }
    }
}
