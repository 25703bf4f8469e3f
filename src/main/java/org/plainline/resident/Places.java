package org.plainline.resident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The places of the service area, found in what people say or type. */
public final class Places {
    private final List<Place> places;

    public Places(List<Place> places) {
        this.places = List.copyOf(places);
    }

    public List<Place> all() {
        return places;
    }

    public Optional<Place> byId(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** The place whose name or alias is the longest one contained in the text; case, spaces and punctuation aside. */
    public Optional<Place> in(String text) {
        String said = squeeze(text);
        Place best = null;
        int longest = 0;
        for (Place place : places) {
            int length = longestNameIn(said, place);
            if (length > longest) {
                longest = length;
                best = place;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int longestNameIn(String said, Place place) {
        int longest = 0;
        for (String name : names(place)) {
            String squeezed = squeeze(name);
            if (squeezed.length() > longest && said.contains(squeezed)) {
                longest = squeezed.length();
            }
        }
        return longest;
    }

    private static List<String> names(Place place) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(place.zh(), place.en()), place.aliases().stream())
                .toList();
    }

    private static String squeeze(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
