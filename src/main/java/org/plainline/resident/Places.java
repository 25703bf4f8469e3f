package org.plainline.resident;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places of the service area, found in what people say or type. */
public final class Places {
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]");

    private final List<Place> places;
    private final List<Named> named;

    /**
     * @param names as they are looked for
     * @param anyName any of them as it is written, however it is spaced
     */
    private record Named(Place place, List<String> names, Pattern anyName) {
        static Named of(Place place) {
            List<String> names = Places.names(place).map(Places::squeeze).toList();
            String anyName = names.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Named::spaced)
                    .collect(Collectors.joining("|"));
            return new Named(place, names, Pattern.compile(anyName, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }

        private static String spaced(String name) {
            return name.codePoints()
                    .mapToObj(character -> Pattern.quote(Character.toString(character)))
                    .collect(Collectors.joining(SILENT.pattern() + "*"));
        }
    }

    public Places(List<Place> places) {
        this.places = List.copyOf(places);
        this.named = places.stream().map(Named::of).toList();
    }

    public List<Place> all() {
        return places;
    }

    public Optional<Place> byId(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** The place whose name or alias is the longest one contained in the text; case, spaces and punctuation aside. */
    public Optional<Place> in(String text) {
        return named(text).map(Named::place);
    }

    /** What a text says beside the place that it names; empty when it names none. */
    public Optional<String> beside(String text) {
        return named(text).map(found -> found.anyName().matcher(text).replaceAll(" "));
    }

    private Optional<Named> named(String text) {
        String said = squeeze(text);
        Named best = null;
        int longest = 0;
        for (Named each : named) {
            int length = longestNameIn(said, each.names());
            if (length > longest) {
                longest = length;
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int longestNameIn(String said, List<String> names) {
        int longest = 0;
        for (String name : names) {
            if (name.length() > longest && said.contains(name)) {
                longest = name.length();
            }
        }
        return longest;
    }

    private static Stream<String> names(Place place) {
        return Stream.concat(Stream.of(place.zh(), place.en()), place.aliases().stream());
    }

    private static String squeeze(String text) {
        return SILENT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
