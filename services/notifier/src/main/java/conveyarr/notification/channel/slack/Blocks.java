package conveyarr.notification.channel.slack;

import conveyarr.notification.channel.Escape;
import conveyarr.notification.core.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Slack shows: {@code text} in the preview, {@code blocks} in the room. All blocks are plain text, where no markup counts; the three
 * signs that Slack reads everywhere are escaped, so that {@code <!channel>} wakes nobody.
 */
record Blocks(
        Optional<String> channel, Optional<String> ts, String text, boolean mrkdwn, String parse, List<Block> blocks) {
    private static final int MOST_OF_A_HEADER = 150;
    private static final int MOST_OF_A_SECTION = 3000;

    record Block(String type, Plain text) {}

    record Plain(String type, String text, boolean emoji) {}

    static Blocks of(Notification told) {
        String title = told.text().title();
        var blocks = new ArrayList<Block>();
        blocks.add(block("header", MOST_OF_A_HEADER, title));
        if (!told.text().body().isEmpty()) {
            blocks.add(block("section", MOST_OF_A_SECTION, told.text().body()));
        }
        return new Blocks(
                Optional.empty(),
                Optional.empty(),
                Escape.within(MOST_OF_A_SECTION, title, Blocks::escaped),
                false,
                "none",
                blocks);
    }

    Blocks in(String channel, Optional<String> message) {
        return new Blocks(Optional.of(channel), message, text, mrkdwn, parse, blocks);
    }

    private static Block block(String type, int most, String text) {
        return new Block(type, new Plain("plain_text", Escape.within(most, text, Blocks::escaped), false));
    }

    private static String escaped(int codePoint) {
        return codePoint == '"' ? "\"" : Escape.html(codePoint);
    }
}
