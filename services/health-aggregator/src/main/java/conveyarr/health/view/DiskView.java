package conveyarr.health.view;

import conveyarr.health.core.Component;
import conveyarr.health.core.Probe.Disk;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A disk as the programs of the stack see it; {@code text} is such as {@code Media: 1.2 TB / 4 TB (30%)}. Bytes. */
public record DiskView(String name, String path, long used, long total, long percent, String text) {
    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;

    /** Each path once, whoever told it. */
    public static List<DiskView> all(Collection<Component> components) {
        Map<String, DiskView> byPath = new LinkedHashMap<>();
        components.stream()
                .flatMap(component -> component.notes().last().disks().stream())
                .forEach(disk -> byPath.putIfAbsent(disk.path(), of(disk)));
        return List.copyOf(byPath.values());
    }

    static DiskView of(Disk disk) {
        long used = disk.total() - disk.free();
        long percent = Math.round(100.0 * used / disk.total());
        String name = name(disk.path());
        String text = name + ": " + amount(used) + " / " + amount(disk.total()) + " (" + percent + "%)";
        return new DiskView(name, disk.path(), used, disk.total(), percent, text);
    }

    /** The last part of the path. */
    private static String name(String path) {
        String last = path.replaceFirst("[/\\\\]+$", "").replaceFirst(".*[/\\\\]", "");
        return last.isEmpty() ? path : last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    private static String amount(long bytes) {
        String unit = bytes >= TERA ? " TB" : " GB";
        String number = String.format(Locale.ROOT, "%.1f", bytes / (bytes >= TERA ? TERA : GIGA));
        return number.replaceFirst("\\.0$", "") + unit;
    }
}
