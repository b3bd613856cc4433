package conveyarr.simulator.seerr;

/** The kinds of webhook that a request can cause, with Seerr's mask bit and English text. */
enum Notice {
    MEDIA_PENDING(2, "New Movie Request", false),
    MEDIA_APPROVED(4, "Movie Request Approved", true),
    MEDIA_AVAILABLE(8, "Movie Request Now Available", true),
    MEDIA_FAILED(16, "Movie Request Failed", false),
    MEDIA_DECLINED(64, "Movie Request Declined", true),
    MEDIA_AUTO_APPROVED(128, "Movie Request Automatically Approved", false);

    final int bit;
    private final String text;
    /** Whether the requester is told too, which fills the {@code notifyuser_*} variables. */
    final boolean tellsUser;

    Notice(int bit, String text, boolean tellsUser) {
        this.bit = bit;
        this.text = text;
        this.tellsUser = tellsUser;
    }

    String event(boolean is4k, boolean series) {
        String plain = series ? text.replace("Movie", "Series") : text;
        return !is4k ? plain : this == MEDIA_PENDING ? plain.replace("New", "New 4K") : "4K " + plain;
    }
}
