package conveyarr.acquisition.core.handover;

import java.util.List;
import java.util.Locale;

/** Which of several *arr instances of one kind a request goes to: what is called 4K, UHD or 2160 is for 4K, the others are not. */
public final class Homes {
    private Homes() {}

    /** Those that may have it; all, where the names tell nothing. */
    public static List<String> of(List<String> instances, boolean uhd) {
        var fit = instances.stream().filter(name -> isUhd(name) == uhd).toList();
        return fit.isEmpty() ? instances : fit;
    }

    private static boolean isUhd(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(4k|uhd|2160).*");
    }
}
