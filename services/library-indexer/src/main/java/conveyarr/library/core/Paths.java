package conveyarr.library.core;

/** Paths as text: those of another program's system. */
final class Paths {
    private Paths() {}

    /** Without the last part, whichever slash the *arr's system uses. */
    static String folder(String path) {
        int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return end > 0 ? path.substring(0, end) : path;
    }
}
