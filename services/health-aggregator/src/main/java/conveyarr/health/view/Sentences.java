package conveyarr.health.view;

/** Small helps for sentences with numbers. */
final class Sentences {
    private Sentences() {}

    /** Such as {@code 1 thing needs you.} */
    static String things(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many) + ".";
    }
}
