package conveyarr.notification.channel.matrix;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens Matrix: {@code url} of the homeserver, the access {@code token} of a user and the id of a {@code room} that it has joined. */
@ApplicationScoped
class MatrixKind implements ChannelKind {
    static final String ROOM =
            "must be the id of a room, such as !OGEhHVWSdvArJzumhm:example.org (the room's settings show it)";

    /** Room ids of version 12 have no server part. */
    static boolean isRoom(String text) {
        return text.matches("![\\x21-\\x7e]{3,254}");
    }

    @Override
    public String kind() {
        return "matrix";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("url", "token", "room");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("token");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!isRoom(settings.need("room"))) {
            throw settings.wrong("room", ROOM);
        }
        return new Matrix(settings, post);
    }
}
