package conveyarr.flow;

/** Tells trouble that passes (a database or an upstream that is away) from trouble that will be the same at every try. */
final class Trouble {
    private Trouble() {}

    /** True for what the input itself is to blame for: it cannot be read, or the decision fails on it. */
    static boolean isPermanent(Throwable failure) {
        return switch (failure) {
            case IllegalArgumentException _,
                    NullPointerException _,
                    ClassCastException _,
                    MatchException _,
                    ArithmeticException _ -> true;
            case Throwable _ -> false;
        };
    }
}
