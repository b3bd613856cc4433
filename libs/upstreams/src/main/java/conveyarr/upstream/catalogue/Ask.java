package conveyarr.upstream.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question to a program, and what its answer means.
 *
 * @param get the path of an HTTP question, below the configured address
 * @param dialogue lines of a TCP conversation instead
 * @param certificate look at the certificate of the address instead
 * @param at the config key of another address: {@code health-url}
 * @param with asked only when this config key is set
 * @param open asked without the key
 * @param status the good ones; 200 when there are none
 * @param expect by JSON pointer, the values of which one has to be there
 * @param matches what the body has to match, as a regular expression
 * @param otherwise {@code down}, {@code degraded} or {@code ignored} when the answer is not good
 * @param why pointer to the program's own words for what is wrong
 * @param words troubles that it names by itself
 * @param values by name, pointers to what the info line shows
 * @param counts by name, what the info line counts
 * @param text a regular expression whose named groups are values
 * @param disks where it names its disks
 * @param every asked that often only, in between the last answer counts
 * @param most the longest answer that is read, in bytes
 */
public record Ask(
        String get,
        List<Line> dialogue,
        boolean certificate,
        String at,
        String with,
        boolean open,
        List<Integer> status,
        Map<String, List<String>> expect,
        String matches,
        Otherwise otherwise,
        String why,
        Optional<Rows> words,
        Map<String, String> values,
        Map<String, Rows> counts,
        String text,
        Optional<Disks> disks,
        Duration every,
        Integer most) {
    private static final int USUAL = 1024 * 1024;

    public Ask {
        status = status == null ? List.of(200) : status;
        expect = expect == null ? Map.of() : expect;
        values = values == null ? Map.of() : values;
        counts = counts == null ? Map.of() : counts;
        otherwise = otherwise == null ? Otherwise.DOWN : otherwise;
        every = every == null ? Duration.ZERO : every;
        most = most == null ? USUAL : most;
    }

    /** What a bad answer means. */
    public enum Otherwise {
        DOWN,
        DEGRADED,
        IGNORED
    }

    /** {@code send} or {@code hex} goes out, {@code expect} has to match what comes back; {@code refused} is its word for a wrong key. */
    public record Line(String send, String hex, String expect, String refused, String with) {}

    /** The rows of an array in which each pointer of {@code where} has one of the values; {@code except} leaves rows out. */
    public record Rows(String each, Map<String, List<String>> where, Map<String, List<String>> except, String text) {
        public Rows {
            each = each == null ? "" : each;
            where = where == null ? Map.of() : where;
            except = except == null ? Map.of() : except;
        }
    }

    /** Pointers within each row; free and total in bytes. */
    public record Disks(String each, String path, String free, String total) {}
}
