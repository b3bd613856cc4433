package conveyarr.request.out;

import java.util.regex.Pattern;

/** Foreign text that PostgreSQL takes: without U+0000 and half surrogate pairs, which it refuses for ever. */
final class Plain {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private Plain() {}

    static String text(String foreign) {
        return UNFIT.matcher(foreign).replaceAll("?");
    }
}
