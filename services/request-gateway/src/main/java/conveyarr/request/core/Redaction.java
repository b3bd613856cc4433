package conveyarr.request.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes keys, tokens and passkeys out of a body, before it is stored or told. It works on the bytes, whatever they are, so that a body without
 * secrets stays the same to the last byte, and one that is no JSON is cleaned as well.
 */
public final class Redaction {
    static final String MASK = "***";

    /** Most bodies hold no secret, and a search for a word costs a thousandth of a pattern: one runs only where one of its words is. */
    private record Rule(Pattern pattern, String by, List<String> words) {
        Rule(Pattern pattern, String... words) {
            this(pattern, "$1" + MASK, List.of(words));
        }

        boolean mayFit(String lower) {
            return words.stream().anyMatch(lower::contains);
        }
    }

    private static final String SLASH = "(?:\\\\?/|%2[Ff])";
    private static final String NAME =
            "(?:(?:api|pass|auth|rss|user|hook)[_-]?key|torrent[_-]?pass|(?:access|refresh)[_-]?token"
                    + "|(?:client[_-]?)?secret|token|password|passwd|pwd|authorization|auth[_-]?header)";

    /** {@code apikey=…} in an address or a form, also inside an address that is itself encoded. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:(?<![a-z0-9_])|(?<=%26|%3f|u0026))" + NAME
            + "(?:=|%3d)|(?<=[?&;])key=)(?:[^&\\s\"'<>\\\\%;]|%(?!26))++");

    /** A JSON field that is named for what it holds. */
    private static final Pattern FIELD =
            Pattern.compile("(?i)(\"[a-z0-9_-]{0,30}?" + NAME + "\"\\s*+:\\s*+\")(?:[^\"\\\\]|\\\\.)++");

    /** Where a release is fetched from: of such an address only the host says anything that is no secret. */
    private static final Pattern DOWNLOAD = Pattern.compile(
            "(?i)(\"(?:download_?(?:url|link)|guid|magnet_?(?:url|uri|link)?|torrent_?url|nzb_?url)\"\\s*+:\\s*+\""
                    + "(?:https?:" + SLASH + "{2}|magnet:))(?:[^\"\\\\/?#]*@)?([^\"\\\\/?#]*+)((?:[^\"\\\\]|\\\\.)++)");

    /** {@code …/<passkey>/announce} and {@code …/announce/<passkey>}. */
    private static final Pattern BEFORE_ANNOUNCE =
            Pattern.compile("(?i)(" + SLASH + ")[a-z0-9_-]{10,}+(?=" + SLASH + "announce)");

    private static final Pattern AFTER_ANNOUNCE =
            Pattern.compile("(?i)(announce(?:\\.php)?" + SLASH + ")[a-z0-9_-]{10,}+");

    /** {@code …/rss/download/123/<passkey>}: a key in hexadecimal at the end of a download's path. */
    private static final Pattern PATH_KEY =
            Pattern.compile("(?i)(" + SLASH + "(?:rss|download|dl|feed|rssdownload)(?:\\.php)?" + SLASH
                    + "(?:[a-z0-9_.-]{1,40}" + SLASH + "){0,2})[0-9a-f]{20,64}(?![a-z0-9])");

    /** {@code user:password@host}. */
    private static final Pattern LOGIN =
            Pattern.compile("(?i)(:" + SLASH + "{2}[^/\\s:@\"\\\\]{1,100}:)[^/\\s@\"\\\\]{1,200}(?=@)");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    DOWNLOAD,
                    "$1$2/" + MASK,
                    List.of(
                            "downloadu",
                            "download_u",
                            "downloadl",
                            "download_l",
                            "guid",
                            "magnet",
                            "torrentu",
                            "torrent_u",
                            "nzbu",
                            "nzb_u")),
            new Rule(PARAMETER, ends("=", "%3d")),
            new Rule(FIELD, ends("\"")),
            new Rule(BEFORE_ANNOUNCE, "announce"),
            new Rule(AFTER_ANNOUNCE, "announce"),
            new Rule(PATH_KEY, "rss", "feed", "download/", "download\\", "download%", "download.php", "/dl", "%2fdl"),
            new Rule(LOGIN, "@"));

    /** How the names of secrets end, with what follows them. */
    private static String[] ends(String... after) {
        return Stream.of("key", "pass", "token", "secret", "word", "wd", "authorization", "header")
                .flatMap(end -> Stream.of(after).map(sign -> end + sign))
                .toArray(String[]::new);
    }

    private final List<KnownSecret> known;

    /** What is left of a body, and how many places in it were masked. */
    public record Cleaned(byte[] body, int masked) {}

    /** {@code known} are secrets of this installation. */
    public Redaction(Set<String> known) {
        this.known = KnownSecret.all(known);
    }

    public Cleaned clean(byte[] body) {
        var text = new Text(new String(body, ISO_8859_1));
        known.stream()
                .filter(secret -> text.now.contains(secret.text()))
                .forEach(secret -> text.mask(secret.pattern(), KnownSecret::isName, MASK));
        String lower = text.now.toLowerCase(Locale.ROOT);
        RULES.stream()
                .filter(rule -> rule.mayFit(lower))
                .forEach(rule -> text.mask(rule.pattern(), Text::isMasked, rule.by()));
        return text.masked == 0 ? new Cleaned(body, 0) : new Cleaned(text.now.getBytes(ISO_8859_1), text.masked);
    }

    private static final class Text {
        private String now;
        private int masked;

        Text(String start) {
            this.now = start;
        }

        static boolean isMasked(MatchResult place) {
            return place.group().endsWith(MASK);
        }

        void mask(Pattern secret, Predicate<MatchResult> spared, String by) {
            Matcher places = secret.matcher(now);
            var cleaned = new StringBuilder();
            while (places.find()) {
                if (!spared.test(places)) {
                    masked++;
                    places.appendReplacement(cleaned, by);
                }
            }
            if (!cleaned.isEmpty()) {
                now = places.appendTail(cleaned).toString();
            }
        }
    }
}
