package conveyarr.health.view;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.health.Told;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.Links.Link;
import conveyarr.health.view.Links.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Map<String, Place> PLACES = Map.of(
            "seerr", new Place("seerr", "https://nas/seerr"),
            "radarr", new Place("radarr", "http://nas:7878"),
            "sonarr", new Place("sonarr", "http://nas:8989"),
            "jellyfin", new Place("jellyfin", "http://nas:8096"));

    @Test
    void a_movie_is_shown_where_it_was_asked_for_where_it_is_managed_and_where_it_can_be_watched() {
        assertThat(links(MediaId.movie(603), "77"))
                .containsExactly(
                        new Link("seerr", "https://nas/seerr/movie/603"),
                        new Link("radarr", "http://nas:7878/movie/603"),
                        new Link("jellyfin", "http://nas:8096/web/#/details?id=77"));
    }

    @Test
    void what_others_wrote_is_no_more_than_a_part_of_an_address() {
        assertThat(links(MediaId.movie(603), "77\"&x=/../javascript:alert(1)")
                        .getLast()
                        .href())
                .isEqualTo("http://nas:8096/web/#/details?id=77%22%26x%3D%2F..%2Fjavascript%3Aalert%281%29");
    }

    @Test
    void where_the_address_does_not_follow_there_is_no_link() {
        assertThat(Links.of(
                        told(MediaId.movie(603), Told.life(MediaId.movie(603), "The Matrix")), _ -> Optional.empty()))
                .isEmpty();
        var series = Told.life(MediaId.series(81189), "Breaking Bad").subList(0, 2);
        assertThat(Links.of(told(MediaId.series(81189), series), place -> Optional.ofNullable(PLACES.get(place))))
                .isEmpty();
    }

    @Test
    void a_browser_is_led_to_web_addresses_only_and_never_with_a_secret() {
        assertThat(Addresses.page("https://ana:s3cret@nas/radarr/?apikey=s3cret#x"))
                .contains("https://nas/radarr");
        assertThat(Addresses.page("javascript://nas/%0aalert(1)")).isEmpty();
        assertThat(Addresses.page("ftp://nas/x")).isEmpty();
        assertThat(Addresses.page("nas:7878")).isEmpty();
    }

    private static Timeline told(MediaId media, List<Told> life) {
        Timeline timeline = Timeline.of(media);
        for (Told one : life) {
            var place = new Entry.Place("topic", 3, 1);
            timeline = timeline.with(
                    new Entry(one.event(), one.occurrence(), one.occurrence().at(), Optional.empty(), place));
        }
        return timeline;
    }

    private static List<Link> links(MediaId media, String item) {
        var life = new ArrayList<>(Told.life(media, "The Matrix").subList(0, 6));
        life.add(Told.at(6, new MediaBecameAvailable(media, Optional.of("jellyfin"), Optional.of(item)), "jellyfin"));
        return Links.of(told(media, life), place -> Optional.ofNullable(PLACES.get(place)));
    }
}
