package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.movie.Title;
import conveyarr.simulator.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seerr's database; ids only ever go up. */
final class SeerrState {
    int lastRequest;
    int lastMedia;
    String hooksTo = "";
    WebhookSlot slot = new WebhookSlot();
    List<User> users = new ArrayList<>();
    List<Request> requests = new ArrayList<>();
    List<Media> media = new ArrayList<>();

    SeerrState() {
        if (users.isEmpty()) {
            user("admin").permissions = User.ADMIN;
        }
    }

    Optional<Request> request(int id) {
        return requests.stream().filter(r -> r.id == id).findFirst();
    }

    Optional<Media> media(int id) {
        return media.stream().filter(m -> m.id == id).findFirst();
    }

    Optional<User> user(int id) {
        return users.stream().filter(u -> u.id == id).findFirst();
    }

    Media mediaOf(Request request) {
        return media(request.mediaId).orElseThrow();
    }

    /** The user of this name, made when missing. */
    User user(String name) {
        return users.stream().filter(u -> u.name.equals(name)).findFirst().orElseGet(() -> {
            User user = new User();
            user.id = users.size() + 1;
            user.name = name;
            users.add(user);
            return user;
        });
    }

    Media mediaOf(Title title) {
        return media.stream()
                .filter(m ->
                        m.isSeries() == title instanceof Series && m.title().tmdbId() == title.tmdbId())
                .findFirst()
                .orElseGet(() -> fresh(title));
    }

    private Media fresh(Title title) {
        Media fresh = new Media();
        fresh.id = ++lastMedia;
        switch (title) {
            case Series series -> fresh.series = series;
            case Movie movie -> fresh.movie = movie;
            default -> throw new IllegalArgumentException("neither a movie nor a series: " + title);
        }
        media.add(fresh);
        return fresh;
    }

    List<Request> requestsOf(Media media) {
        return requests.stream().filter(r -> r.mediaId == media.id).toList();
    }
}
