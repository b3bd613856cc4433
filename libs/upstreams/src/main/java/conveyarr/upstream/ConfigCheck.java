package conveyarr.upstream;

import conveyarr.upstream.Upstreams.NotConfigured;
import conveyarr.upstream.catalogue.Catalogue;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what is wrong with the config of the upstreams, in one sentence that names the key. */
final class ConfigCheck {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private final Map<String, UpstreamKind> kinds = new TreeMap<>();

    private final Catalogue catalogue;

    ConfigCheck(List<UpstreamKind> all, Catalogue catalogue) {
        this.catalogue = catalogue;
        all.forEach(kind -> Stream.concat(Stream.of(kind.kind()), kind.alsoKnownAs().stream())
                .forEach(word -> kinds.put(word, kind)));
    }

    /** The kind of an instance whose name, kind and URL can be used; otherwise the start fails. */
    UpstreamKind kindOf(String name, UpstreamsConfig.Entry at) {
        if (!name.matches(NAME)) {
            throw wrong(name, "", " is no name for an instance: use letters, digits, '-', '_' and '.'");
        }
        mustBeWebAddress(name, ".url", at.url());
        mustBeWebAddress(name, ".health-url", at.healthUrl());
        mustBeWebAddress(name, ".page-url", at.pageUrl());
        mustBeWebAddress(name, ".proxy", at.proxy());
        mustBeWebAddress(name, ".reach", Optional.of(at.reach()));
        mustBePairs(name, at.paths());
        String word = at.kind().orElse(name);
        return Optional.ofNullable(kinds.get(word))
                .or(() -> catalogue.kind(word))
                .orElseThrow(() -> wrong(
                        name,
                        ".kind",
                        "=" + word + " is unknown; known are " + kinds.keySet()
                                + " and the programs of docs/operate/programs.md"));
    }

    Set<String> words() {
        var words = new TreeSet<>(kinds.keySet());
        words.addAll(catalogue.kinds());
        return words;
    }

    List<NotConfigured> lacks(UpstreamKind kind, String name, UpstreamsConfig.Entry at) {
        return kind.needs().stream()
                .map(need -> need.split("\\|"))
                .filter(keys -> Stream.of(keys).allMatch(key -> isMissing(at, key)))
                .map(keys -> new NotConfigured(name, key(name) + "." + keys[0]))
                .toList();
    }

    private static boolean isMissing(UpstreamsConfig.Entry at, String key) {
        return value(at, key).filter(text -> !text.isBlank()).isEmpty();
    }

    private static Optional<String> value(UpstreamsConfig.Entry at, String key) {
        return switch (key) {
            case "url" -> at.url();
            case "api-key" -> at.apiKey();
            case "username" -> at.username();
            case "password" -> at.password();
            default -> throw new IllegalArgumentException("no kind can need '" + key + "': the config has no such key");
        };
    }

    private static void mustBeWebAddress(String name, String key, Optional<String> address) {
        address.filter(url -> !isWebAddress(url)).ifPresent(_ -> {
            throw wrong(name, key, " is no http or https address, such as http://" + name + ":8080/base");
        });
    }

    private static void mustBePairs(String name, Optional<List<String>> paths) {
        try {
            PathMap.parse(paths);
        } catch (IllegalArgumentException e) {
            throw wrong(name, ".paths", ": " + e.getMessage());
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            boolean tcp = "tcp".equals(uri.getScheme()) && uri.getPort() > 0;
            return uri.getHost() != null && (tcp || "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static ConfigurationException wrong(String name, String key, String what) {
        return new ConfigurationException(key(name) + key + what);
    }

    private static String key(String name) {
        return "conveyarr.upstreams." + name;
    }
}
